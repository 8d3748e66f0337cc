namespace Voltloop.Kernels.Lineage;

/// <summary>When one edge was closed, as a base keeps it.</summary>
internal readonly record struct ClosedEdge(int Edge, uint At);
