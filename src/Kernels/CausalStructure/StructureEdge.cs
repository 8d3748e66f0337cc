namespace Voltloop.Kernels.CausalStructure;

/// <summary>An edge of a learned structure.</summary>
/// <param name="From">Cause; the variable with the lower number while the direction is open.</param>
/// <param name="To">Effect.</param>
/// <param name="Kind">What is known of the direction.</param>
/// <param name="Weakest">The strongest case against the edge, which did not do.</param>
public sealed record StructureEdge(int From, int To, EdgeKind Kind, Separation Weakest);
