using System.Collections.Concurrent;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// What came since a base was written: edges in pieces that only grow, and closings of edges of the base or its own. One writer
/// adds while walks go on over graphs taken earlier, which see nothing of what came after them.
/// </summary>
/// <param name="rows">The base.</param>
public sealed unsafe class LineageDelta(LineageBase rows)
{
    private readonly AppendList<AddedEdge> _edges = new();
    private readonly NodeTable _firstDown = new();
    private readonly NodeTable _firstUp = new();
    private readonly Dictionary<int, int> _lastDown = [];
    private readonly Dictionary<int, int> _lastUp = [];
    private readonly Dictionary<int, int> _emptied = [];
    private readonly ConcurrentDictionary<int, Closing> _closings = new();
    private readonly ConcurrentDictionary<int, CoilInterval> _positions = new();
    private readonly ulong[] _touched = new ulong[(rows.Nodes + 63) / 64];
    private int _nodes = rows.Nodes;
    private int _closed;

    /// <summary>The base.</summary>
    public LineageBase Base => rows;

    /// <summary>Edges that came since.</summary>
    public int Added => _edges.Count;

    /// <summary>Edges that were closed since.</summary>
    public int Closed => _closed;

    /// <summary>The graph as of now, which stays as it is.</summary>
    /// <param name="nodes">Nodes, those without an edge too.</param>
    public LineageGraph Graph(int nodes = 0)
    {
        _nodes = Math.Max(_nodes, nodes);
        return new LineageGraph(rows, this) { Nodes = _nodes, Added = _edges.Count, Closings = _closed, Pieces = _edges.Pieces, FirstDown = _firstDown.Slots, FirstUp = _firstUp.Slots };
    }

    /// <summary>Adds an edge.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A node has a number that no graph can have.</exception>
    public void Add(in LineageEdge edge)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge.From, (uint)LineageLink.MaxNodes, nameof(edge));
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge.To, (uint)LineageLink.MaxNodes, nameof(edge));
        var (place, link) = (_edges.Count, new LineageLink(edge.To, edge.Kind, edge.Added, edge.Position is not null));
        // What readers look up stands before the edge can be seen.
        if (edge.Position is { } position) _positions[place] = position;
        _edges.Add(new AddedEdge { From = edge.From, To = link, NextDown = AddedEdge.None, NextUp = AddedEdge.None, Mass = edge.Mass, Tag = edge.Tag });
        if (Hang((_firstDown, _lastDown), edge.From, place) is var before and >= 0) AppendList<AddedEdge>.At(_edges.Pieces, before).NextDown = place;
        if (Hang((_firstUp, _lastUp), edge.To, place) is var above and >= 0) AppendList<AddedEdge>.At(_edges.Pieces, above).NextUp = place;
        _nodes = Math.Max(_nodes, Math.Max(edge.From, edge.To) + 1);
        if (edge.Removed != LineageEdge.Open) Close(rows.Edges + place, edge.Removed);
    }

    /// <summary>Closes the open edges between two nodes, when something is taken out. What was consumed stays consumed.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(int from, int to, uint at)
    {
        var graph = Graph();
        // The shorter side is looked through: a tray was filled a thousand times, a cell was put in once.
        var steps = rows.DegreeDown(from) <= rows.DegreeUp(to) ? graph.Down(from) : graph.Up(to);
        var (closed, other) = (0, rows.DegreeDown(from) <= rows.DegreeUp(to) ? to : from);
        foreach (var step in steps) closed += step.Link.Node == other && Closes(step, at) ? 1 : 0;
        return closed;
    }

    /// <summary>Closes all open edges into a node, when everything is taken out.</summary>
    /// <returns>How many there were.</returns>
    public int Empty(int to, uint at)
    {
        var (closed, isEmpty, last) = (0, true, AddedEdge.None);
        foreach (var step in Graph().UpBehind(to, _emptied.GetValueOrDefault(to, LineageGraph.FromBase)))
        {
            closed += Closes(step, at) ? 1 : 0;
            isEmpty &= step.Link.Kind == LineageKind.Transformation || _closings.ContainsKey(step.Edge) || step.Link.WasRemoved;
            last = step.Place < 0 ? ~step.Place : last;
        }

        // The next time nothing before the last of these needs a look.
        if (isEmpty && last >= 0) _emptied[to] = last;
        return closed;
    }

    internal Closing? FindClosing(int edge) => _closings.TryGetValue(edge, out var closing) ? closing : null;

    internal CoilInterval? Position(int place) => _positions.TryGetValue(place, out var position) ? position : null;

    internal bool Touches(int node) => (uint)node >= (uint)rows.Nodes || (Volatile.Read(ref _touched[node >> 6]) & (1UL << (node & 63))) != 0;

    private bool Closes(LineageStep step, uint at)
    {
        if (step.Link.Kind == LineageKind.Transformation || step.Link.WasRemoved || step.Link.Added > at) return false;
        Close(step.Edge, at);
        return true;
    }

    private void Close(int edge, uint at)
    {
        _closings[edge] = new Closing(at, _closed++);
        if (edge >= rows.Edges) return;
        Touch(rows.DownLinks[edge].Node);
        Touch(FromOf(edge));
    }

    // The node in whose row downwards an edge of the base stands.
    private int FromOf(int edge)
    {
        var starts = new ReadOnlySpan<int>(rows.DownStart, rows.Nodes + 1);
        var (low, high) = (0, rows.Nodes);
        while (low < high - 1)
        {
            var middle = (low + high) >> 1;
            if (starts[middle] <= edge) low = middle;
            else high = middle;
        }

        return low;
    }

    private int Hang((NodeTable First, Dictionary<int, int> Last) rowsOf, int node, int place)
    {
        Touch(node);
        if (rowsOf.Last.TryGetValue(node, out var before))
        {
            rowsOf.Last[node] = place;
            return before;
        }

        rowsOf.First.Add(node, place);
        rowsOf.Last[node] = place;
        return AddedEdge.None;
    }

    private void Touch(int node)
    {
        if (node < rows.Nodes) Volatile.Write(ref _touched[node >> 6], _touched[node >> 6] | (1UL << (node & 63)));
    }
}
