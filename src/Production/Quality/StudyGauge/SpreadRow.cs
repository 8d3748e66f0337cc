namespace Voltloop.Quality.StudyGauge;

/// <summary>A part of the spread of a study.</summary>
/// <param name="Source">What varies.</param>
/// <param name="Sigma">Standard deviation, unit of the values.</param>
/// <param name="Percent">Of the total spread, percent.</param>
internal sealed record SpreadRow(string Source, double Sigma, double Percent)
{
    /// <summary>Six standard deviations in percent of the tolerance; absent without a tolerance.</summary>
    public double? TolerancePercent { get; init; }
}
