using Voltloop.Core.Problems;
using Voltloop.Kernels.Tolerances;

namespace Voltloop.Quality.StackTolerances;

/// <summary>Chooses tolerances of the least cost for a bound on the result.</summary>
internal static class StackAllocation
{
    /// <summary>Chooses.</summary>
    /// <exception cref="ProblemException">No cost is given, or the bound cannot be met.</exception>
    public static IReadOnlyList<AllocationRow> Of(NamedStack stack, double bound, bool worstCase)
    {
        StackPart[] costed = [.. stack.Parts.Where(part => part.Cost is not null && part.Of.Sensitivity != 0)];
        if (costed.Length == 0) throw new ProblemException(CommonProblems.BadRequest, $"No contributor of \"{stack.Name}\" has a cost.", "cost", "Give the column cost: what a half width of 1 costs; cost / half width to the power is minimised.");
        var left = Left(stack, bound, worstCase);
        var parts = costed.Select(part => new CostedTolerance(part.Of.Sensitivity * (worstCase ? part.Of.Count : Math.Sqrt(part.Of.Count)), part.Cost!.Value * part.Of.Count, part.Power) { Smallest = part.Range.Smallest, Largest = part.Range.Largest }).ToArray();
        var halves = (left > 0 ? CostAllocation.Share(parts, left, worstCase) : null)
            ?? throw new ProblemException(QualityProblems.BoundTooTight, FormattableString.Invariant($"A half width of {bound} cannot be met: what has no cost leaves {Math.Max(0, left):G5}, and the smallest tolerances add up to more."), "allocate");
        return [.. costed.Select((part, i) => new AllocationRow(part.Of.Name, part.Of.Half, halves[i], part.Of.Half > 0 ? parts[i].Of(part.Of.Half) : null, parts[i].Of(halves[i]), halves[i] <= part.Range.Smallest || halves[i] >= part.Range.Largest))];
    }

    // What tolerances without a cost leave of the bound.
    private static double Left(NamedStack stack, double bound, bool worstCase)
    {
        Contributor[] kept = [.. stack.Parts.Where(part => part.Cost is null).Select(part => part.Of)];
        if (worstCase) return bound - kept.Sum(one => Math.Abs(one.Sensitivity) * one.Count * one.Half);
        return Math.Sqrt(Math.Max(0, (bound * bound) - kept.Sum(one => one.Sensitivity * one.Sensitivity * one.Count * one.Half * one.Half)));
    }
}
