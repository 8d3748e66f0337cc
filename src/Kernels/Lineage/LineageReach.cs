namespace Voltloop.Kernels.Lineage;

/// <summary>What a walk reached, in the order of the steps away from the start. The start itself comes first.</summary>
/// <param name="Nodes">Nodes.</param>
/// <param name="Steps">Steps from the nearest start to each.</param>
/// <param name="Edges">The edge over which each was reached; -1 for the start.</param>
/// <param name="Over">The neighbour from which each was reached; -1 for the start.</param>
/// <param name="Moments">
/// Walking down: the earliest moment at which material of the start can have been in it. Walking up: the latest moment at which
/// what was in it still mattered. Seconds since 1970-01-01.
/// </param>
/// <param name="IsCut">Whether there was more than the filter's largest number of nodes.</param>
public sealed record LineageReach(int[] Nodes, int[] Steps, int[] Edges, int[] Over, uint[] Moments, bool IsCut);
