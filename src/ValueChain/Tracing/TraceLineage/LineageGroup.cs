namespace Voltloop.Tracing.TraceLineage;

/// <summary>Things of one sort at one distance from the start, shown as one until somebody opens it.</summary>
/// <param name="Step">Steps from the start; 0 for the start itself.</param>
/// <param name="Sort">Product, or what the names have in common.</param>
/// <param name="Nodes">The things; empty for the start.</param>
public sealed record LineageGroup(int Step, string Sort, IReadOnlyList<LineageNode> Nodes);
