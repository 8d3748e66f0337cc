namespace Voltloop.Quality.StudyGauge;

/// <summary>Whether the bias changes over the range.</summary>
/// <param name="Slope">Change of the bias for a change of the reference by one.</param>
/// <param name="Intercept">Bias at zero, unit of the values.</param>
/// <param name="Probability">Probability of such a slope by chance (t test).</param>
internal sealed record LinearityResource(double Slope, double Intercept, double Probability);
