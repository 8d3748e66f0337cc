namespace Voltloop.Kernels.Lineage;

/// <summary>The edges of one node in one direction: those of the base, then those that came since.</summary>
public unsafe struct LineageRow
{
    private readonly LineageGraph _graph;
    private readonly bool _isDown;
    private readonly int _end;
    private readonly int _node;
    private int _place;
    private int _next;

    internal LineageRow(LineageGraph graph, int node, bool isDown)
    {
        (_graph, _isDown, _node) = (graph, isDown, node);
        var starts = isDown ? graph.Base.DownStart : graph.Base.UpStart;
        var isInBase = (uint)node < (uint)graph.Base.Nodes;
        (_place, _end) = isInBase ? (starts[node] - 1, starts[node + 1]) : (-1, 0);
        _next = graph.IsBaseOnly || !graph.Touches(node) ? AddedEdge.None : NodeTable.Find(isDown ? graph.FirstDown : graph.FirstUp, node);
    }

    /// <summary>The edge at hand.</summary>
    public LineageStep Current { get; private set; }

    internal int Behind
    {
        init
        {
            if (value < 0) return;
            (_place, _next) = (_end, AppendList<AddedEdge>.At(_graph.Pieces, value).NextUp);
        }
    }

    /// <summary>Itself.</summary>
    public readonly LineageRow GetEnumerator() => this;

    /// <summary>Goes on to the next edge.</summary>
    public bool MoveNext()
    {
        if (_place + 1 < _end)
        {
            Current = OfBase(++_place);
            return true;
        }

        if (_next < 0 || _next >= _graph.Added) return false;
        Current = OfDelta(_next);
        return true;
    }

    private readonly LineageStep OfBase(int place)
    {
        var link = _isDown ? _graph.Base.DownLinks[place] : _graph.Base.UpLinks[place];
        var edge = _isDown ? place : _graph.Base.UpEdges[place];
        return new LineageStep(edge, AsOf(edge, link)) { Place = place };
    }

    private LineageStep OfDelta(int place)
    {
        ref var added = ref AppendList<AddedEdge>.At(_graph.Pieces, place);
        _next = _isDown ? added.NextDown : added.NextUp;
        var (edge, link) = (_graph.Base.Edges + place, _isDown ? added.To : added.To.Seen(added.From));
        return new LineageStep(edge, AsOf(edge, link)) { Place = ~place };
    }

    private readonly LineageLink AsOf(int edge, LineageLink link) =>
        _graph.Closings > 0 && !link.WasRemoved && _graph.Touches(_node) && _graph.Removed(edge) != LineageEdge.Open ? link.Closed() : link;
}
