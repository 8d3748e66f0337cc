namespace Voltloop.Kernels.Distributions;

/// <summary>Chi-square distribution (NIST/SEMATECH e-Handbook 1.3.6.6.6).</summary>
public static class ChiSquare
{
    private const int MaxHalvings = 200;

    /// <summary>Probability of a value above <paramref name="x"/>; <paramref name="degrees"/> of freedom above 0.</summary>
    public static double Upper(double x, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        return GammaFunction.Upper(degrees / 2, x / 2);
    }

    /// <summary>Value not exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-13 relative.</summary>
    public static double Quantile(double probability, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var (low, high) = (0.0, Math.Max(1, degrees));
        while (1 - Upper(high, degrees) < probability) (low, high) = (high, high * 2);
        for (var i = 0; i < MaxHalvings && high - low > 1e-14 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = 1 - Upper(middle, degrees) < probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
