namespace Voltloop.Quality.AssessCapability;

/// <summary>Capability of the process itself, once the spread of the gauge is taken out.</summary>
/// <param name="GaugeSigma">Standard deviation of the gauge, unit of the values.</param>
/// <param name="SharePercent">Its share of the observed spread, percent.</param>
/// <param name="ObservedPpk">Ppk as measured.</param>
/// <param name="TruePpk">Ppk of the process; absent when the gauge spreads as much as everything.</param>
/// <param name="RunLengthOfOne">Points until a chart of single values sees a shift of one true standard deviation.</param>
/// <param name="RunLengthWithoutGauge">The same with a gauge without error.</param>
internal sealed record TrueCapability(double GaugeSigma, double SharePercent, double ObservedPpk, double? TruePpk, double? RunLengthOfOne, double RunLengthWithoutGauge);
