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
}
