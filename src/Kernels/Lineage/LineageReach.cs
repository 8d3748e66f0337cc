namespace Voltloop.Kernels.Lineage;

/// <summary>
/// What a walk reached, in the order in which it came there; the start comes first. It lies in the memory of the walker and is
/// good until that walks again.
/// </summary>
public sealed class LineageReach
{
    private readonly LineageWalker _walker;

    internal LineageReach(LineageWalker walker) => _walker = walker;

    /// <summary>The graph that was walked.</summary>
    public LineageGraph Graph { get; internal set; } = null!;

    /// <summary>Whether the walk went down.</summary>
    public bool IsDown { get; internal set; }

    /// <summary>Whether there was more than the filter's largest number of nodes.</summary>
    public bool IsCut { get; internal set; }

    /// <summary>Nodes reached.</summary>
    public int Count => _walker.Count;

    /// <summary>What was reached.</summary>
    public ReadOnlySpan<LineageVisit> Visits => _walker.Visits;

    /// <summary>The nodes alone.</summary>
    public int[] Nodes => [.. Enumerable.Range(0, Count).Select(slot => Visits[slot].Node)];

    /// <summary>Number of the edge over which a node was reached; -1 for a start.</summary>
    /// <param name="slot">Place of the node in <see cref="Visits"/>.</param>
    public int Edge(int slot)
    {
        ref readonly var visit = ref Visits[slot];
        return visit.Over < 0 ? -1 : EdgeAt(visit.Place);
    }

    /// <summary>Place of a node in <see cref="Visits"/>; -1 when it was not reached.</summary>
    public int SlotOf(int node) => _walker.Find(node);

    private unsafe int EdgeAt(int place) => place < 0 ? Graph.Base.Edges + ~place : IsDown ? place : Graph.Base.UpEdges[place];
}
