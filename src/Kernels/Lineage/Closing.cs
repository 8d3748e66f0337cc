namespace Voltloop.Kernels.Lineage;

/// <summary>When an edge was closed since the base was written.</summary>
/// <param name="At">Seconds since 1970-01-01.</param>
/// <param name="Order">How many closings came before it: a graph that was taken earlier does not know it.</param>
internal readonly record struct Closing(uint At, int Order);
