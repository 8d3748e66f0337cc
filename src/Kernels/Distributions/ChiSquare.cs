namespace Voltloop.Kernels.Distributions;

/// <summary>Chi-square distribution (NIST/SEMATECH e-Handbook 1.3.6.6.6).</summary>
public static class ChiSquare
{
    private const int MaxHalvings = 400;

    /// <summary>Probability of a value above <paramref name="x"/>; <paramref name="degrees"/> of freedom above 0.</summary>
    public static double Upper(double x, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        return GammaFunction.Upper(degrees / 2, x / 2);
    }

    /// <summary>Value not exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-12 relative.</summary>
    public static double Quantile(double probability, double degrees)
    {
        Check(probability, degrees);
        return Root(x => GammaFunction.Lower(degrees / 2, x / 2) < probability, degrees);
    }

    /// <summary>Value exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-12 relative.</summary>
    public static double UpperQuantile(double probability, double degrees)
    {
        Check(probability, degrees);
        return Root(x => Upper(x, degrees) > probability, degrees);
    }

    private static void Check(double probability, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
    }

    private static double Root(Predicate<double> isBelow, double degrees)
    {
        var (low, high) = (0.0, Math.Max(1, degrees));
        while (isBelow(high)) (low, high) = (high, high * 2);
        for (var i = 0; i < MaxHalvings && high - low > 1e-15 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
