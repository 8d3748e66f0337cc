namespace Voltloop.Kernels.Distributions;

/// <summary>Beta distribution on 0 to 1 (NIST/SEMATECH e-Handbook 1.3.6.6.17). Both tails keep their digits.</summary>
public static class Beta
{
    private const int MaxHalvings = 400;

    /// <summary>Probability of a value not above <paramref name="x"/>: the regularised incomplete beta function.</summary>
    /// <param name="x">Value.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    public static double Cumulative(double x, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(a);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(b);
        return StudentT.RegularizedBeta(x, a, b);
    }

    /// <summary>Probability of a value above <paramref name="x"/>.</summary>
    /// <inheritdoc cref="Cumulative" path="/param"/>
    public static double Upper(double x, double a, double b) => Cumulative(1 - x, b, a);

    /// <summary>Value not exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-12 relative.</summary>
    /// <inheritdoc cref="UpperQuantile" path="/param"/>
    public static double Quantile(double probability, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        return Root(x => Cumulative(x, a, b) < probability);
    }

    /// <summary>Value exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-12 relative.</summary>
    /// <param name="probability">Probability of the tail.</param>
    /// <param name="a">First shape, above 0.</param>
    /// <param name="b">Second shape, above 0.</param>
    public static double UpperQuantile(double probability, double a, double b)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        return Root(x => Upper(x, a, b) > probability);
    }

    // Halves until the value, which may be tiny, is known to a relative error.
    private static double Root(Predicate<double> isBelow)
    {
        var (low, high) = (0.0, 1.0);
        for (var i = 0; i < MaxHalvings && high - low > 1e-15 * high; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = isBelow(middle) ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
