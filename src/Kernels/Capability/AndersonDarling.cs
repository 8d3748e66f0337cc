using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Capability;

/// <summary>Test for normal values whose mean and spread come from the values (Anderson and Darling; p-value of D'Agostino and Stephens 1986).</summary>
public static class AndersonDarling
{
    /// <summary>Fewest values.</summary>
    public const int FewestValues = 8;

    private const double Smallest = 1e-300;

    /// <summary>Statistic, corrected for the number of values, and probability of one as large from normal values.</summary>
    public static (double Statistic, double Probability) Test(ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Length, FewestValues);
        var (sorted, mean, sigma, n) = (values.ToArray(), Subgroup.Mean(values), Subgroup.Deviation(values), values.Length);
        Array.Sort(sorted);
        var sum = 0.0;
        for (var i = 0; i < n; i++)
        {
            var (z, mirrored) = ((sorted[i] - mean) / sigma, (sorted[n - 1 - i] - mean) / sigma);
            sum += ((2 * i) + 1) * (Math.Log(Math.Max(Smallest, Normal.Cumulative(z))) + Math.Log(Math.Max(Smallest, Normal.Upper(mirrored))));
        }

        var a = (-n - (sum / n)) * (1 + (0.75 / n) + (2.25 / ((double)n * n)));
        return (a, ProbabilityOf(a));
    }

    private static double ProbabilityOf(double a) => a switch
    {
        >= 10 => 0,
        >= 0.6 => Math.Exp(1.2937 - (5.709 * a) + (0.0186 * a * a)),
        >= 0.34 => Math.Exp(0.9177 - (4.279 * a) - (1.38 * a * a)),
        >= 0.2 => 1 - Math.Exp(-8.318 + (42.796 * a) - (59.938 * a * a)),
        _ => 1 - Math.Exp(-13.436 + (101.14 * a) - (223.73 * a * a)),
    };
}
