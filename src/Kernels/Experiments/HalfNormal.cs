using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Experiments;

/// <summary>Which effects stand out when there is no error to judge them by: Lenth's margin (Technometrics 31, 1989) and the places of a half-normal plot (Daniel 1959).</summary>
/// <param name="Pseudo">Pseudo standard error.</param>
/// <param name="Margin">An effect beyond it stands out by itself (95 %).</param>
/// <param name="Simultaneous">An effect beyond it stands out among all of them (95 %).</param>
public sealed record HalfNormal(double Pseudo, double Margin, double Simultaneous)
{
    /// <summary>Margins of three effects or more.</summary>
    public static HalfNormal Of(IReadOnlyList<double> effects)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(effects.Count, 3);
        double[] sizes = [.. effects.Select(Math.Abs).Order()];
        var first = 1.5 * Middle(sizes);
        var pseudo = 1.5 * Middle([.. sizes.Where(size => size < 2.5 * first || first == 0)]);
        var degrees = effects.Count / 3.0;
        var each = (1 + Math.Pow(0.95, 1.0 / effects.Count)) / 2;
        return new HalfNormal(pseudo, pseudo * StudentT.Quantile(0.975, degrees), pseudo * StudentT.Quantile(each, degrees));
    }

    /// <summary>Place of the i-th smallest of n effects, in standard deviations.</summary>
    public static double Place(int i, int n) => Normal.UpperQuantile((1 - ((i + 0.5) / n)) / 2);

    private static double Middle(double[] sorted) => (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
}
