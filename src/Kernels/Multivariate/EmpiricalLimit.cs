namespace Voltloop.Kernels.Multivariate;

/// <summary>Limits from figures in control themselves, without a distribution.</summary>
public static class EmpiricalLimit
{
    private const int Halvings = 60;

    /// <summary>The value below which a share of the figures lies, between neighbours in a straight line (Hyndman and Fan, The American Statistician 50, 1996, definition 7). NaN are left out.</summary>
    public static double Quantile(IReadOnlyList<double> figures, double share) => OfSorted(Sorted(figures), share);

    /// <summary>
    /// Limits for several figures of the same rows such that the share of rows above any of them is at most the budget: each figure
    /// has the same tail, the largest that keeps within it.
    /// </summary>
    /// <param name="figures">A list for each figure, a value for each row; rows with NaN anywhere are left out.</param>
    /// <param name="budget">Share of rows that may be above some limit.</param>
    public static double[] Joint(IReadOnlyList<double[]> figures, double budget)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(budget);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(budget, 1);
        int[] whole = [.. Enumerable.Range(0, figures[0].Length).Where(row => figures.All(figure => !double.IsNaN(figure[row])))];
        double[][] kept = [.. figures.Select(figure => Array.ConvertAll(whole, row => figure[row]))];
        double[][] sorted = [.. kept.Select(Sorted)];
        var allowed = (int)Math.Floor((budget * whole.Length) + 1e-9);
        var (low, high) = (0.0, budget);
        for (var i = 0; i < Halvings; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Above(kept, Limits(sorted, middle)) <= allowed ? (middle, high) : (low, middle);
        }

        // One figure has the whole budget to itself; of several, some may have one row more without leaving it.
        return figures.Count == 1 ? Limits(sorted, budget) : Widened((kept, sorted), Limits(sorted, low), (low + (1.0 / whole.Length), allowed));
    }

    private static double[] Widened((double[][] Kept, double[][] Sorted) figures, double[] limits, (double Tail, int Allowed) to)
    {
        for (var k = 0; k < limits.Length; k++)
        {
            var before = limits[k];
            limits[k] = OfSorted(figures.Sorted[k], 1 - to.Tail);
            if (Above(figures.Kept, limits) > to.Allowed) limits[k] = before;
        }

        return limits;
    }

    /// <summary>Rows with some figure above its limit.</summary>
    public static int Above(IReadOnlyList<double[]> figures, double[] limits) =>
        Enumerable.Range(0, figures[0].Length).Count(row => figures.Where((figure, k) => figure[row] > limits[k]).Any());

    private static double[] Limits(double[][] sorted, double tail) => Array.ConvertAll(sorted, figures => OfSorted(figures, 1 - tail));

    private static double[] Sorted(IReadOnlyList<double> figures)
    {
        double[] sorted = [.. figures.Where(value => !double.IsNaN(value)).Order()];
        return sorted.Length > 0 ? sorted : throw new ArgumentException("There are no figures.", nameof(figures));
    }

    private static double OfSorted(double[] sorted, double share)
    {
        var place = share * (sorted.Length - 1);
        var below = Math.Clamp((int)Math.Floor(place), 0, sorted.Length - 1);
        return below + 1 < sorted.Length ? sorted[below] + ((place - below) * (sorted[below + 1] - sorted[below])) : sorted[below];
    }
}
