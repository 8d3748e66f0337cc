namespace Voltloop.Quality.AnalyseExperiment;

/// <summary>A line of the table of variance.</summary>
/// <param name="Source">Source.</param>
/// <param name="Degrees">Degrees of freedom.</param>
/// <param name="Squares">Sum of squares.</param>
/// <param name="F">Ratio of mean squares; absent where it has none.</param>
/// <param name="Probability">Probability by chance.</param>
internal sealed record VarianceLine(string Source, int Degrees, double Squares, double? F = null, double? Probability = null)
{
    /// <summary>Mean square; absent without degrees of freedom.</summary>
    public double? Mean => Degrees > 0 ? Squares / Degrees : null;
}
