using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.MassBalance;

/// <summary>Two-sided critical values for many tests at once that raise a false alarm with at most a given probability altogether.</summary>
public static class FamilyWise
{
    /// <summary>After Sidak (1967): exact for independent tests, on the safe side for these.</summary>
    public static double Sidak(double probability, int tests) => Normal.UpperQuantile((1 - Math.Pow(1 - probability, 1.0 / tests)) / 2);

    /// <summary>After Bonferroni: on the safe side for any tests.</summary>
    public static double Bonferroni(double probability, int tests) => Normal.UpperQuantile(probability / tests / 2);
}
