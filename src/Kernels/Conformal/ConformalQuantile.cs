namespace Voltloop.Kernels.Conformal;

/// <summary>Quantiles of scores with the correction for finite samples (Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005).</summary>
public static class ConformalQuantile
{
    /// <summary>The smallest score that ceil(level (n + 1)) of n + 1 exchangeable ones do not exceed; infinite when n is too small for the level.</summary>
    public static double Upper(IEnumerable<double> scores, double level)
    {
        var sorted = Sorted(scores, level);
        var place = Place(sorted.Length, level);
        return place > sorted.Length ? double.PositiveInfinity : sorted[place - 1];
    }

    /// <summary>The largest score that as many do not fall below; minus infinity when n is too small for the level.</summary>
    public static double Lower(IEnumerable<double> scores, double level) => -Upper(scores.Select(score => -score), level);

    /// <summary>Fewest scores whose quantile is finite.</summary>
    public static int Fewest(double level) => (int)Math.Ceiling((level / (1 - level)) - 1e-9);

    // The tiny step back keeps 0.9 * 10 at 9 where rounding makes it a little more.
    private static int Place(int count, double level) => (int)Math.Ceiling((level * (count + 1)) - 1e-9);

    private static double[] Sorted(IEnumerable<double> scores, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(level, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(level, 1);
        return [.. scores.Order()];
    }
}
