namespace Voltloop.Kernels.Distributions;

/// <summary>F distribution (NIST/SEMATECH e-Handbook 1.3.6.6.5).</summary>
public static class FisherF
{
    /// <summary>Probability of a value above <paramref name="f"/>.</summary>
    /// <param name="f">Ratio of two variances.</param>
    /// <param name="over">Degrees of freedom above the line.</param>
    /// <param name="under">Degrees of freedom below the line.</param>
    public static double Upper(double f, double over, double under) =>
        f <= 0 ? 1 : StudentT.RegularizedBeta(under / (under + (over * f)), under / 2, over / 2);

    /// <summary>Value not exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-12 relative.</summary>
    /// <inheritdoc cref="UpperQuantile" path="/param"/>
    public static double Quantile(double probability, double over, double under)
    {
        var share = Beta.Quantile(probability, over / 2, under / 2);
        // Near one the rest of the share would lose its digits.
        return share < 0.5 ? Ratio(share, under / over) : Reversed(Beta.UpperQuantile(probability, under / 2, over / 2), under / over);
    }

    /// <summary>Value exceeded with <paramref name="probability"/> (above 0, below 1), to about 1e-12 relative.</summary>
    /// <param name="probability">Probability of the tail.</param>
    /// <param name="over">Degrees of freedom above the line, above 0.</param>
    /// <param name="under">Degrees of freedom below the line, above 0.</param>
    public static double UpperQuantile(double probability, double over, double under)
    {
        var rest = Beta.Quantile(probability, under / 2, over / 2);
        return rest < 0.5 ? Reversed(rest, under / over) : Ratio(Beta.UpperQuantile(probability, over / 2, under / 2), under / over);
    }

    private static double Ratio(double share, double degrees) => degrees * share / (1 - share);

    private static double Reversed(double rest, double degrees) => degrees * (1 - rest) / rest;
}
