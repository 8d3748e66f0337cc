using Voltloop.Kernels.Gauge;

namespace Voltloop.Quality.StudyGauge;

/// <summary>A row of a table of variance.</summary>
/// <param name="Source">What varies.</param>
/// <param name="Squares">Sum of squares.</param>
/// <param name="Degrees">Degrees of freedom.</param>
internal sealed record VarianceResource(string Source, double Squares, double Degrees)
{
    /// <summary>Mean square; absent without a degree of freedom.</summary>
    public double? Mean { get; init; }

    /// <summary>A row.</summary>
    public static VarianceResource Of(VarianceRow row) => new(row.Source, row.Squares, row.Degrees) { Mean = double.IsFinite(row.Mean) ? row.Mean : null };
}
