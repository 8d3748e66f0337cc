using Voltloop.Kernels.Lineage;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>The lineage of all events up to one; it stays as it is while more come.</summary>
/// <param name="Graph">The graph; the tag of an edge is the number of its event.</param>
/// <param name="Names">Names of its nodes, and perhaps of later ones.</param>
/// <param name="Mark">The newest event in it.</param>
internal sealed record LineageSnapshot(LineageGraph Graph, NodeNames Names, LineagePlace Mark)
{
    /// <summary>Number of the newest event in it.</summary>
    public long UpTo => Mark.Event;

    /// <summary>Node of a name; -1 when no event up to here names it.</summary>
    public int Find(string name) => Names.Find(name) is var node && node < Graph.Nodes ? node : -1;
}
