namespace Voltloop.Kernels.Distributions;

/// <summary>Standard normal distribution, through the incomplete gamma function, so that far tails keep their digits.</summary>
public static class Normal
{
    private const int MaxSteps = 20;

    /// <summary>Probability of a value above <paramref name="z"/>.</summary>
    public static double Upper(double z) => z < 0 ? 1 - Upper(-z) : 0.5 * GammaFunction.Upper(0.5, z * z / 2);

    /// <summary>Probability of a value not above <paramref name="z"/>.</summary>
    public static double Cumulative(double z) => Upper(-z);

    /// <summary>Value exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-12.</summary>
    public static double UpperQuantile(double probability)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(probability);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(probability, 1);
        if (probability > 0.5) return -UpperQuantile(1 - probability);
        var z = Start(probability);
        for (var i = 0; i < MaxSteps; i++)
        {
            var step = (Upper(z) - probability) / Density(z);
            // Halley's correction: the density falls with slope -z.
            step /= 1 - (z * step / 2);
            z += step;
            if (Math.Abs(step) < 1e-13 * Math.Max(1, z)) break;
        }

        return z;
    }

    /// <summary>Density at <paramref name="z"/>.</summary>
    public static double Density(double z) => Math.Exp(-z * z / 2) / Math.Sqrt(2 * Math.PI);

    // Within 4.5e-4 (Abramowitz and Stegun 26.2.23).
    private static double Start(double probability)
    {
        var t = Math.Sqrt(-2 * Math.Log(probability));
        return t - ((2.515517 + (t * (0.802853 + (t * 0.010328)))) / (1 + (t * (1.432788 + (t * (0.189269 + (t * 0.001308)))))));
    }
}
