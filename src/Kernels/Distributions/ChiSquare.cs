namespace Voltloop.Kernels.Distributions;

/// <summary>Chi-square distribution (NIST/SEMATECH e-Handbook 1.3.6.6.6).</summary>
public static class ChiSquare
{
    /// <summary>Probability of a value above <paramref name="x"/>; <paramref name="degrees"/> of freedom above 0.</summary>
    public static double Upper(double x, double degrees)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(degrees);
        return GammaFunction.Upper(degrees / 2, x / 2);
    }
}
