using Voltloop.Kernels.Tolerances;

namespace Voltloop.Quality.StackTolerances;

/// <summary>A result in closed form; half widths in its unit.</summary>
/// <param name="Stack">Name of the result.</param>
/// <param name="Nominal">Middle.</param>
/// <param name="WorstCase">Half width when all are at their ends at once.</param>
/// <param name="Rss">Root of the sum of squares.</param>
/// <param name="Factor">Cf; absent for a single dimension.</param>
/// <param name="ModifiedRss">The root times Cf.</param>
internal sealed record StackSumResource(string Stack, double Nominal, double WorstCase, double Rss, double? Factor, double ModifiedRss)
{
    /// <summary>Mean from the distributions.</summary>
    public double Mean { get; init; }

    /// <summary>Standard deviation from the distributions.</summary>
    public double Sigma { get; init; }

    /// <summary>The figures of a stack.</summary>
    public static StackSumResource Of(NamedStack stack)
    {
        var sum = StackSum.Of(stack.Contributors);
        return new StackSumResource(stack.Name, sum.Nominal, sum.WorstCase, sum.Rss, double.IsNaN(sum.Factor) ? null : sum.Factor, sum.ModifiedRss) { Mean = sum.Mean, Sigma = sum.Sigma };
    }
}
