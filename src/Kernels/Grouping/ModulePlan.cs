namespace Voltloop.Kernels.Grouping;

/// <summary>Cells joined to modules.</summary>
/// <param name="Modules">Places of the cells of each module in the list that was given.</param>
/// <param name="Mismatch">What <see cref="ModuleGrouping.Mismatch"/> says of it.</param>
/// <param name="Bound">No grouping of these cells has a smaller mismatch.</param>
public sealed record ModulePlan(IReadOnlyList<int[]> Modules, double Mismatch, double Bound)
{
    /// <summary>At most so much more mismatch than the best grouping has; 0 when this is proven to be the best.</summary>
    public double Gap => Math.Max(0, Mismatch - Bound);
}
