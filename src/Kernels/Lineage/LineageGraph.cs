namespace Voltloop.Kernels.Lineage;

/// <summary>
/// What went into what at one moment, for walks in both directions: a base and what came since. It stays as it is while more
/// comes in, so that any number of threads may walk it.
/// </summary>
public sealed unsafe class LineageGraph
{
    internal const int FromBase = -2;

    private readonly LineageDelta _delta;

    internal LineageGraph(LineageBase rows, LineageDelta delta) => (Base, _delta) = (rows, delta);

    /// <summary>The part that lies in rows.</summary>
    public LineageBase Base { get; }

    /// <summary>Nodes, numbered from 0.</summary>
    public required int Nodes { get; init; }

    /// <summary>Edges.</summary>
    public int Edges => Base.Edges + Added;

    /// <summary>Edges that came since the base was written.</summary>
    public required int Added { get; init; }

    /// <summary>Edges that were closed since the base was written.</summary>
    public required int Closings { get; init; }

    internal AddedEdge[][] Pieces { get; init; } = [];

    internal long[] FirstDown { get; init; } = [];

    internal long[] FirstUp { get; init; } = [];

    internal bool IsBaseOnly => Added == 0 && Closings == 0 && Nodes == Base.Nodes;

    /// <summary>A graph of edges that are known at once: O(nodes + edges).</summary>
    /// <param name="nodes">Number of nodes, at most <see cref="LineageLink.MaxNodes"/>.</param>
    /// <param name="edges">Edges between nodes 0 to <paramref name="nodes"/> - 1, in any order.</param>
    /// <exception cref="ArgumentOutOfRangeException">Too many nodes, or an edge names one that is not there.</exception>
    public static LineageGraph Build(int nodes, ReadOnlySpan<LineageEdge> edges) => new LineageDelta(LineageBuilder.Build(nodes, edges)).Graph();

    /// <summary>Edges out of a node, older ones first.</summary>
    public LineageRow Down(int node) => new(this, node, isDown: true);

    /// <summary>Edges into a node, older ones first.</summary>
    public LineageRow Up(int node) => new(this, node, isDown: false);

    /// <summary>When it was taken out, seconds since 1970-01-01, or <see cref="LineageEdge.Open"/>.</summary>
    public uint Removed(int edge)
    {
        if (_delta.FindClosing(edge) is { } closing && closing.Order < Closings) return closing.At;
        return edge < Base.Edges ? Base.Removed(edge) : LineageEdge.Open;
    }

    /// <summary>Mass that went in, kg; NaN when not known.</summary>
    public float Mass(int edge) => edge < Base.Edges ? Base.Masses[edge] : At(edge).Mass;

    /// <summary>The caller's own number.</summary>
    public int Tag(int edge) => edge < Base.Edges ? Base.Tags[edge] : At(edge).Tag;

    /// <summary>Which stretch of the coil it was, or <c>null</c>.</summary>
    public CoilInterval? Position(int edge) => edge < Base.Edges ? Base.Position(edge) : _delta.Position(edge - Base.Edges);

    /// <summary>An edge, seen from where it comes from.</summary>
    public LineageLink Link(int edge)
    {
        var link = edge < Base.Edges ? Base.DownLinks[edge] : At(edge).To;
        return !link.WasRemoved && Removed(edge) != LineageEdge.Open ? link.Closed() : link;
    }

    /// <summary>All edges with everything, in the order of their nodes.</summary>
    public IEnumerable<LineageEdge> ToEdges()
    {
        for (var node = 0; node < Nodes; node++)
        {
            foreach (var step in Down(node)) yield return Edge(node, step);
        }
    }

    /// <summary>Whether a node has more than its rows in the base say.</summary>
    internal bool Touches(int node) => _delta.Touches(node);

    /// <summary>Edges into a node that came behind one of the delta, or all.</summary>
    internal LineageRow UpBehind(int node, int place) => new(this, node, isDown: false) { Behind = place };

    internal ref AddedEdge At(int edge) => ref AppendList<AddedEdge>.At(Pieces, edge - Base.Edges);

    internal LineageEdge Edge(int from, LineageStep step) => new(from, step.Link.Node, step.Link.Kind, step.Link.Added)
    {
        Removed = step.Link.WasRemoved ? Removed(step.Edge) : LineageEdge.Open,
        Mass = Mass(step.Edge),
        Position = step.Link.HasPosition ? Position(step.Edge) : null,
        Tag = Tag(step.Edge),
    };
}
