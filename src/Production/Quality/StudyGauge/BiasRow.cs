namespace Voltloop.Quality.StudyGauge;

/// <summary>How far a gauge is off at one reference.</summary>
/// <param name="Reference">True value, unit of the values.</param>
/// <param name="Bias">Mean less the true value.</param>
/// <param name="Values">Measurements.</param>
/// <param name="Probability">Probability of so much bias by chance (t test); absent with one measurement.</param>
internal sealed record BiasRow(double Reference, double Bias, int Values, double? Probability);
