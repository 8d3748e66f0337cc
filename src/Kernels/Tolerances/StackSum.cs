namespace Voltloop.Kernels.Tolerances;

/// <summary>What tolerances of a stack add up to, in closed form (Drake, Dimensioning and Tolerancing Handbook, ch. 9).</summary>
/// <param name="Nominal">Result when every dimension is in the middle of its tolerance.</param>
/// <param name="WorstCase">Half width when all are at their ends at once.</param>
/// <param name="Rss">Root of the sum of squares of half widths.</param>
/// <param name="Factor">Cf, by which the root is raised for means that are off; NaN for a single dimension.</param>
public sealed record StackSum(double Nominal, double WorstCase, double Rss, double Factor)
{
    /// <summary>Half width by the modified root of the sum of squares.</summary>
    public double ModifiedRss => double.IsNaN(Factor) ? Rss : Factor * Rss;

    /// <summary>Mean of the result.</summary>
    public double Mean { get; private init; }

    /// <summary>Standard deviation of the result, from the distributions.</summary>
    public double Sigma { get; private init; }

    /// <summary>Adds up.</summary>
    public static StackSum Of(IReadOnlyList<Contributor> stack)
    {
        var nominal = stack.Sum(one => one.Sensitivity * one.Count * one.Middle);
        var worst = stack.Sum(one => Math.Abs(one.Sensitivity) * one.Count * one.Half);
        var rss = Math.Sqrt(stack.Sum(one => one.Sensitivity * one.Sensitivity * one.Count * one.Half * one.Half));
        var n = stack.Sum(one => one.Count);
        var factor = n > 1 && rss > 0 ? 1 + ((worst - rss) / (2 * rss * (Math.Sqrt(n) - 1))) : double.NaN;
        return new StackSum(nominal, worst, rss, factor)
        {
            Mean = stack.Sum(one => one.Sensitivity * one.Count * one.Variation.Mean),
            Sigma = Math.Sqrt(stack.Sum(one => one.Brings * one.Brings)),
        };
    }
}
