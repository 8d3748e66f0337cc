using System.Text;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// Writes bases, by two counting sorts: O(nodes + edges). The rows downwards of a node are in the order in which its edges came,
/// the rows upwards in the order of those downwards, so that a base is the same byte for byte however often it was merged.
/// </summary>
public static unsafe class LineageBuilder
{
    /// <summary>A base of edges that are known at once, without names.</summary>
    /// <param name="nodes">Number of nodes, at most <see cref="LineageLink.MaxNodes"/>.</param>
    /// <param name="edges">Edges between nodes 0 to <paramref name="nodes"/> - 1.</param>
    /// <param name="allocate">Gives zeroed memory of so many bytes; the heap when left out.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many nodes, or an edge names one that is not there.</exception>
    public static LineageBase Build(int nodes, ReadOnlySpan<LineageEdge> edges, Func<long, LineageMemory>? allocate = null)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, LineageLink.MaxNodes);
        var shape = ShapeOf(nodes, edges);
        var rows = new LineageBase((allocate ?? LineageMemory.Allocate)(shape.Bytes), shape);
        foreach (ref readonly var edge in edges) rows.DownStart[edge.From + 1]++;
        Sum(rows.DownStart, nodes);
        PlaceDown(rows, edges);
        PlaceUp(rows);
        return rows;
    }

    /// <summary>A base of a graph with its base and all that came since.</summary>
    /// <param name="graph">The graph.</param>
    /// <param name="names">Names of the nodes that the graph's base does not have; none when nodes have no names.</param>
    /// <param name="allocate">Gives zeroed memory of so many bytes.</param>
    public static LineageBase Merge(LineageGraph graph, IReadOnlyList<string> names, Func<long, LineageMemory> allocate)
    {
        var shape = ShapeOf(graph, names);
        var rows = new LineageBase(allocate(shape.Bytes), shape);
        for (var node = 0; node < graph.Base.Nodes; node++) rows.DownStart[node + 1] = graph.Base.DegreeDown(node);
        for (var place = 0; place < graph.Added; place++) rows.DownStart[AppendList<AddedEdge>.At(graph.Pieces, place).From + 1]++;
        Sum(rows.DownStart, shape.Nodes);
        MergeDown(rows, graph);
        PlaceUp(rows);
        MergeNames(rows, graph.Base.Names, names);
        GC.KeepAlive(graph);
        return rows;
    }

    private static LineageShape ShapeOf(int nodes, ReadOnlySpan<LineageEdge> edges)
    {
        var (closings, positions) = (0, 0);
        foreach (ref readonly var edge in edges)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge.From, (uint)nodes, nameof(edges));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge.To, (uint)nodes, nameof(edges));
            closings += edge.Removed == LineageEdge.Open ? 0 : 1;
            positions += edge.Position is null ? 0 : 1;
        }

        return new LineageShape(nodes, edges.Length) { Closings = closings, Positions = positions };
    }

    private static LineageShape ShapeOf(LineageGraph graph, IReadOnlyList<string> names)
    {
        var (rows, positions) = (graph.Base, 0);
        for (var place = 0; place < graph.Added; place++) positions += AppendList<AddedEdge>.At(graph.Pieces, place).To.HasPosition ? 1 : 0;
        return new LineageShape(graph.Nodes, graph.Edges)
        {
            Closings = rows.Shape.Closings + graph.Closings,
            Positions = rows.Shape.Positions + positions,
            NameSlots = LineageNames.SlotsFor(rows.Names.Count + names.Count),
            NameBytes = rows.Shape.NameBytes + names.Sum(name => (long)Encoding.UTF8.GetByteCount(name)),
        };
    }

    private static void Sum(int* starts, int nodes)
    {
        for (var node = 0; node < nodes; node++) starts[node + 1] = checked(starts[node + 1] + starts[node]);
    }

    private static void PlaceDown(LineageBase rows, ReadOnlySpan<LineageEdge> edges)
    {
        var next = new ReadOnlySpan<int>(rows.DownStart, rows.Nodes).ToArray();
        var (closings, positions) = (0, 0);
        foreach (ref readonly var edge in edges) (closings, positions) = Write(rows, next[edge.From]++, edge, (closings, positions));
        new Span<ClosedEdge>(rows.Closed, closings).Sort((a, b) => a.Edge.CompareTo(b.Edge));
        new Span<PlacedStretch>(rows.Placed, positions).Sort((a, b) => a.Edge.CompareTo(b.Edge));
    }

    private static (int Closings, int Positions) Write(LineageBase rows, int at, in LineageEdge edge, (int Closings, int Positions) before)
    {
        var link = new LineageLink(edge.To, edge.Kind, edge.Added, edge.Position is not null);
        rows.DownLinks[at] = edge.Removed == LineageEdge.Open ? link : link.Closed();
        (rows.Masses[at], rows.Tags[at]) = (edge.Mass, edge.Tag);
        if (edge.Removed != LineageEdge.Open) rows.Closed[before.Closings++] = new ClosedEdge(at, edge.Removed);
        if (edge.Position is { } position) rows.Placed[before.Positions++] = new PlacedStretch(at, position);
        return before;
    }

    private static void MergeDown(LineageBase rows, LineageGraph graph)
    {
        var (closings, positions) = (0, 0);
        for (var node = 0; node < rows.Nodes; node++)
        {
            var at = rows.DownStart[node];
            foreach (var step in graph.Down(node)) (closings, positions) = Write(rows, at++, graph.Edge(node, step), (closings, positions));
        }
    }

    // Going through the rows downwards in order fills the rows upwards in order too, so neighbours stay close in memory.
    private static void PlaceUp(LineageBase rows)
    {
        for (var edge = 0; edge < rows.Edges; edge++) rows.UpStart[rows.DownLinks[edge].Node + 1]++;
        Sum(rows.UpStart, rows.Nodes);
        var next = new ReadOnlySpan<int>(rows.UpStart, rows.Nodes).ToArray();
        for (var node = 0; node < rows.Nodes; node++)
        {
            for (var edge = rows.DownStart[node]; edge < rows.DownStart[node + 1]; edge++)
            {
                var link = rows.DownLinks[edge];
                var at = next[link.Node]++;
                (rows.UpLinks[at], rows.UpEdges[at]) = (link.Seen(node), edge);
            }
        }
    }

    private static void MergeNames(LineageBase rows, LineageNames before, IReadOnlyList<string> names)
    {
        for (var node = 0; node < before.Count; node++) rows.Names.Write(node, before.Bytes(node));
        for (var i = 0; i < names.Count; i++) rows.Names.Write(before.Count + i, Encoding.UTF8.GetBytes(names[i]));
    }
}
