namespace Voltloop.Kernels.Distributions;

/// <summary>Standard normal distribution, through the incomplete gamma function, so that far tails keep their digits.</summary>
public static class Normal
{
    private const double Far = 38;
    private const int MaxHalvings = 100;

    /// <summary>Probability of a value above <paramref name="z"/>.</summary>
    public static double Upper(double z) => z < 0 ? 1 - Upper(-z) : 0.5 * GammaFunction.Upper(0.5, z * z / 2);

    /// <summary>Probability of a value not above <paramref name="z"/>.</summary>
    public static double Cumulative(double z) => Upper(-z);

    /// <summary>Value exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-12.</summary>
    public static double UpperQuantile(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        var (low, high) = (-Far, Far);
        for (var i = 0; i < MaxHalvings && high - low > 1e-13; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = Upper(middle) > probability ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
