namespace Voltloop.Kernels.Lineage;

/// <summary>
/// What went into what, for walks in both directions: compressed sparse rows (offsets and links, one pair per direction) over
/// numbered nodes; 28 bytes per edge and 8 per node. Immutable but for the moment at which something is taken out again. The
/// number of an edge is its place in the rows downwards.
/// </summary>
public sealed class LineageGraph
{
    private readonly int[] _downStart;
    private readonly int[] _upStart;
    private readonly LineageLink[] _down;
    private readonly LineageLink[] _up;
    private readonly int[] _upEdge;
    private readonly float[] _masses;
    private readonly int[] _tags;
    private readonly Dictionary<int, uint> _removed = [];
    private readonly Dictionary<int, CoilInterval> _positions = [];

    private LineageGraph(int nodes, int edges)
    {
        (_downStart, _upStart) = (new int[nodes + 1], new int[nodes + 1]);
        (_down, _up) = (new LineageLink[edges], new LineageLink[edges]);
        (_upEdge, _masses, _tags) = (new int[edges], new float[edges], new int[edges]);
    }

    /// <summary>Nodes, numbered from 0.</summary>
    public int Nodes => _downStart.Length - 1;

    /// <summary>Edges.</summary>
    public int Edges => _down.Length;

    /// <summary>Bytes of the arrays.</summary>
    public long Bytes => (28L * Edges) + (8L * (Nodes + 1));

    /// <summary>Builds the graph by two counting sorts: O(nodes + edges).</summary>
    /// <param name="nodes">Number of nodes, at most <see cref="LineageLink.MaxNodes"/>.</param>
    /// <param name="edges">Edges between nodes 0 to <paramref name="nodes"/> - 1, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many nodes, or an edge names one that is not there.</exception>
    public static LineageGraph Build(int nodes, ReadOnlySpan<LineageEdge> edges)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(nodes, LineageLink.MaxNodes);
        var graph = new LineageGraph(nodes, edges.Length);
        graph.CountRows(edges);
        graph.PlaceDown(edges);
        graph.PlaceUp();
        return graph;
    }

    /// <summary>Edges out of a node, as a range of edge numbers.</summary>
    public (int First, int End) Down(int node) => (_downStart[node], _downStart[node + 1]);

    /// <summary>Edges into a node, as a range of places; <see cref="EdgeAt"/> gives their numbers.</summary>
    public (int First, int End) Up(int node) => (_upStart[node], _upStart[node + 1]);

    /// <summary>An edge, seen from where it comes from.</summary>
    public LineageLink DownLink(int edge) => _down[edge];

    /// <summary>The edge at a place of <see cref="Up"/>, seen from where it leads.</summary>
    public LineageLink UpLink(int place) => _up[place];

    /// <summary>Number of the edge at a place of <see cref="Up"/>.</summary>
    public int EdgeAt(int place) => _upEdge[place];

    /// <summary>When it was taken out, seconds since 1970-01-01, or <see cref="LineageEdge.Open"/>.</summary>
    public uint Removed(int edge) => _removed.GetValueOrDefault(edge, LineageEdge.Open);

    /// <summary>Mass that went in, kg; NaN when not known.</summary>
    public float Mass(int edge) => _masses[edge];

    /// <summary>The caller's own number.</summary>
    public int Tag(int edge) => _tags[edge];

    /// <summary>Which stretch of the coil it was, or <c>null</c>.</summary>
    public CoilInterval? Position(int edge) => _positions.TryGetValue(edge, out var position) ? position : null;

    /// <summary>Closes the open edges between two nodes, when something is taken out.</summary>
    /// <returns>How many there were.</returns>
    public int Remove(int from, int to, uint at)
    {
        var closed = 0;
        for (var (place, end) = Up(to); place < end; place++)
        {
            var link = _up[place];
            if (link.Node != from || link.Kind == LineageKind.Transformation || link.WasRemoved || link.Added > at) continue;
            Close(place, at);
            closed++;
        }

        return closed;
    }

    /// <summary>All edges, for building anew together with newer ones.</summary>
    public LineageEdge[] ToEdges()
    {
        var edges = new LineageEdge[Edges];
        for (var node = 0; node < Nodes; node++)
        {
            for (var edge = _downStart[node]; edge < _downStart[node + 1]; edge++)
            {
                var link = _down[edge];
                edges[edge] = new LineageEdge(node, link.Node, link.Kind, link.Added) { Removed = Removed(edge), Mass = _masses[edge], Position = Position(edge), Tag = _tags[edge] };
            }
        }

        return edges;
    }

    private void Close(int place, uint at)
    {
        var edge = _upEdge[place];
        _removed[edge] = at;
        _up[place] = _up[place].Closed();
        _down[edge] = _down[edge].Closed();
    }

    private void CountRows(ReadOnlySpan<LineageEdge> edges)
    {
        foreach (ref readonly var edge in edges)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge.From, (uint)Nodes, nameof(edges));
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)edge.To, (uint)Nodes, nameof(edges));
            _downStart[edge.From + 1]++;
            _upStart[edge.To + 1]++;
        }

        for (var node = 0; node < Nodes; node++)
        {
            _downStart[node + 1] += _downStart[node];
            _upStart[node + 1] += _upStart[node];
        }
    }

    private void PlaceDown(ReadOnlySpan<LineageEdge> edges)
    {
        var next = _downStart.AsSpan(0, Nodes).ToArray();
        foreach (ref readonly var edge in edges)
        {
            var at = next[edge.From]++;
            var link = new LineageLink(edge.To, edge.Kind, edge.Added, edge.Position is not null);
            _down[at] = edge.Removed == LineageEdge.Open ? link : link.Closed();
            (_masses[at], _tags[at]) = (edge.Mass, edge.Tag);
            if (edge.Removed != LineageEdge.Open) _removed[at] = edge.Removed;
            if (edge.Position is { } position) _positions[at] = position;
        }
    }

    // Going through the rows downwards in order fills the rows upwards in order too, so neighbours stay close in memory.
    private void PlaceUp()
    {
        var next = _upStart.AsSpan(0, Nodes).ToArray();
        for (var node = 0; node < Nodes; node++)
        {
            for (var edge = _downStart[node]; edge < _downStart[node + 1]; edge++)
            {
                var link = _down[edge];
                var at = next[link.Node]++;
                var mirrored = new LineageLink(node, link.Kind, link.Added, link.HasPosition);
                (_up[at], _upEdge[at]) = (link.WasRemoved ? mirrored.Closed() : mirrored, edge);
            }
        }
    }
}
