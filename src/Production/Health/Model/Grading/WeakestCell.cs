using Voltloop.Core.Provenance;
using Distribution = Voltloop.Kernels.Distributions.Normal;

namespace Voltloop.Health.Model.Grading;

/// <summary>
/// State of health of cells in series: a string gives only what its weakest cell gives. The least of independent normal estimates has the
/// distribution 1 - (1 - F1)(1 - F2)..., so the weakest is likely to be a little weaker than the least estimate.
/// </summary>
internal static class WeakestCell
{
    /// <summary>The method behind a state of health that was found so.</summary>
    public static readonly Evidence Method = new(
        "soh.weakest-cell-in-series",
        "David and Nagaraja, Order Statistics, 5.2 (least of independent variables that differ)",
        "Cells in series with one rated capacity, brought to the same charge; errors of the cells independent and normal. What joints, balancing and the battery management take is not counted.");

    private const int Halvings = 60;
    private const double FarInDeviations = 9;

    /// <summary>Median and interval of the weakest, %.</summary>
    /// <param name="cells">State of health of each cell with its interval, %; at least one.</param>
    /// <param name="level">Coverage of the interval that is wanted.</param>
    public static (double Percent, Interval Interval) Of(IReadOnlyList<(double Percent, Interval Interval)> cells, double level)
    {
        (double Mean, double Deviation)[] normals = [.. cells.Select(cell => (cell.Percent, Math.Max(1e-9, (cell.Interval.Upper - cell.Interval.Lower) / 2 / Distribution.UpperQuantile((1 - cell.Interval.Level) / 2))))];
        return (Quantile(normals, 0.5), new Interval(Quantile(normals, (1 - level) / 2), Quantile(normals, (1 + level) / 2), level));
    }

    private static double Quantile((double Mean, double Deviation)[] normals, double probability)
    {
        var (low, high) = (normals.Min(n => n.Mean - (FarInDeviations * n.Deviation)), normals.Min(n => n.Mean + (FarInDeviations * n.Deviation)));
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            var above = normals.Aggregate(1.0, (product, n) => product * Distribution.Upper((middle - n.Mean) / n.Deviation));
            if (1 - above < probability) low = middle;
            else high = middle;
        }

        return (low + high) / 2;
    }
}
