using System.Runtime.CompilerServices;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// What went into what up to one moment, unchanging, in one piece of memory that may be a mapped file: compressed sparse rows
/// (offsets and links) in both directions over numbered nodes, and the names of the nodes with a table that finds them. 28
/// bytes per edge and 8 per node; with names about 20 more per node and their letters. The number of an edge is its place in
/// the rows downwards.
/// </summary>
public sealed unsafe class LineageBase
{
    private readonly LineageShape _shape;

    internal LineageBase(LineageMemory memory, LineageShape shape)
    {
        (Memory, _shape) = (memory, shape);
        var start = (byte*)memory.Address;
        DownStart = (int*)(start + shape.DownStart);
        UpStart = (int*)(start + shape.UpStart);
        DownLinks = (LineageLink*)(start + shape.Down);
        UpLinks = (LineageLink*)(start + shape.Up);
        UpEdges = (int*)(start + shape.UpEdge);
        Masses = (float*)(start + shape.Masses);
        Tags = (int*)(start + shape.Tags);
        Closed = (ClosedEdge*)(start + shape.Closed);
        Placed = (PlacedStretch*)(start + shape.Placed);
        Names = new LineageNames(memory, shape);
    }

    /// <summary>A base of nothing.</summary>
    public static LineageBase Empty { get; } = LineageBuilder.Build(0, []);

    /// <summary>Nodes, numbered from 0.</summary>
    public int Nodes => _shape.Nodes;

    /// <summary>Edges.</summary>
    public int Edges => _shape.Edges;

    /// <summary>Bytes of all sections.</summary>
    public long Bytes => _shape.Bytes;

    /// <summary>Names of the nodes; none when it was built without.</summary>
    public LineageNames Names { get; }

    internal LineageMemory Memory { get; }

    internal int* DownStart { get; }

    internal int* UpStart { get; }

    internal LineageLink* DownLinks { get; }

    internal LineageLink* UpLinks { get; }

    internal int* UpEdges { get; }

    internal float* Masses { get; }

    internal int* Tags { get; }

    internal ClosedEdge* Closed { get; }

    internal PlacedStretch* Placed { get; }

    internal LineageShape Shape => _shape;

    /// <summary>When an edge was closed.</summary>
    internal uint Removed(int edge)
    {
        if (!DownLinks[edge].WasRemoved) return LineageEdge.Open;
        var (low, high) = (0, _shape.Closings - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Closed[middle].Edge < edge) low = middle + 1;
            else high = middle;
        }

        return Closed[low].At;
    }

    /// <summary>Which stretch of the coil an edge was.</summary>
    internal CoilInterval? Position(int edge)
    {
        if (!DownLinks[edge].HasPosition) return null;
        var (low, high) = (0, _shape.Positions - 1);
        while (low < high)
        {
            var middle = (low + high) >> 1;
            if (Placed[middle].Edge < edge) low = middle + 1;
            else high = middle;
        }

        return Placed[low].Stretch;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int DegreeUp(int node) => node < Nodes ? UpStart[node + 1] - UpStart[node] : 0;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int DegreeDown(int node) => node < Nodes ? DownStart[node + 1] - DownStart[node] : 0;
}
