namespace Voltloop.Kernels.Lineage;

/// <summary>
/// Walks a graph breadth first, in the order of time: material that came into a silo in March is not in what was drawn in
/// February, while a cell put into a module in March is in the pack that got the module in February. Walking down, each
/// node carries the earliest moment of arrival; walking up, the latest moment that matters (temporal reachability after
/// Xuan, Ferreira and Jarry 2003, doi:10.1142/S0129054103001728). Used by one thread at a time; its memory is used again.
/// </summary>
/// <param name="graph">The graph.</param>
public sealed class LineageWalker(LineageGraph graph)
{
    private readonly int[] _slots = new int[graph.Nodes];
    private readonly int[] _stamps = new int[graph.Nodes];
    private readonly Dictionary<int, CoilInterval> _stretches = [];
    private int[] _nodes = new int[256];
    private int[] _steps = new int[256];
    private int[] _edges = new int[256];
    private int[] _over = new int[256];
    private uint[] _moments = new uint[256];
    private readonly Queue<int> _again = new();
    private int _stamp;
    private int _count;

    /// <summary>Where the nodes went: everything that may hold material of them.</summary>
    public LineageReach Down(ReadOnlySpan<int> start, LineageFilter filter)
    {
        Begin(start, 0);
        if (filter.Stretch is { } stretch) foreach (var node in start) _stretches[node] = stretch;
        return Walk(filter, (slot, rule) => StepDown(slot, rule));
    }

    /// <summary>Where the nodes come from: everything that may be in them.</summary>
    public LineageReach Up(ReadOnlySpan<int> start, LineageFilter filter)
    {
        Begin(start, filter.AsOf ?? uint.MaxValue);
        return Walk(filter, (slot, rule) => StepUp(slot, rule));
    }

    private void Begin(ReadOnlySpan<int> start, uint moment)
    {
        (_count, _stamp) = (0, _stamp + 1);
        _stretches.Clear();
        _again.Clear();
        foreach (var node in start)
        {
            if (_stamps[node] != _stamp) Add(node, (0, -1), (-1, moment));
        }
    }

    private LineageReach Walk(LineageFilter filter, Func<int, LineageFilter, bool> step)
    {
        var whole = true;
        for (var slot = 0; (slot < _count || _again.Count > 0) && whole;)
        {
            whole = step(_again.TryDequeue(out var better) ? better : slot++, filter);
        }

        return new LineageReach(_nodes[.._count], _steps[.._count], _edges[.._count], _over[.._count], _moments[.._count], !whole);
    }

    private bool StepDown(int slot, LineageFilter filter)
    {
        if (_steps[slot] >= filter.MaxSteps) return true;
        var (node, arrival) = (_nodes[slot], _moments[slot]);
        for (var (edge, end) = graph.Down(node); edge < end; edge++)
        {
            var link = graph.DownLink(edge);
            if (!Holds(link, edge, (_steps[slot], filter)) || !Leaves(link, edge, arrival) || !Meets(node, link, edge)) continue;
            if (!Reach(link.Node, slot, (edge, Math.Max(arrival, link.Added)), (filter, true))) return false;
        }

        return true;
    }

    private bool StepUp(int slot, LineageFilter filter)
    {
        if (_steps[slot] >= filter.MaxSteps) return true;
        var latest = _moments[slot];
        for (var (place, end) = graph.Up(_nodes[slot]); place < end; place++)
        {
            var (link, edge) = (graph.UpLink(place), graph.EdgeAt(place));
            if (link.Added > latest || !Holds(link, edge, (_steps[slot], filter))) continue;
            var until = link.Kind == LineageKind.Transformation ? link.Added : Math.Min(latest, RemovedOf(link, edge));
            if (!Reach(link.Node, slot, (edge, until), (filter, false))) return false;
        }

        return true;
    }

    private uint RemovedOf(LineageLink link, int edge) => link.WasRemoved ? graph.Removed(edge) : LineageEdge.Open;

    // What is built in leaves with its container whenever that was joined, if it was not taken out before.
    private bool Leaves(LineageLink link, int edge, uint arrival) =>
        link.Kind == LineageKind.Transformation ? link.Added >= arrival : RemovedOf(link, edge) > arrival;

    private bool Holds(LineageLink link, int edge, (int Steps, LineageFilter Filter) at)
    {
        if (at.Filter.AsOf is { } moment && (link.Added > moment || RemovedOf(link, edge) <= moment)) return false;
        if (at.Steps == 0 && (link.Added < at.Filter.FirstFrom || link.Added >= at.Filter.FirstBefore)) return false;
        return at.Filter.Crosses is null || at.Filter.Crosses(graph.Tag(edge));
    }

    // A stretch goes down the cuts: mother coil, slit lane, sheet. Where the place of a cut is not known, all of it counts.
    private bool Meets(int node, LineageLink link, int edge)
    {
        if (_stretches.Count == 0 || !link.HasPosition || !_stretches.TryGetValue(node, out var stretch) || graph.Position(edge) is not { } cut) return true;
        if (!stretch.Overlaps(cut)) return false;
        var within = stretch.Within(cut);
        _stretches[link.Node] = _stretches.TryGetValue(link.Node, out var other)
            ? new CoilInterval(Math.Min(other.FromMetre, within.FromMetre), Math.Max(other.ToMetre, within.ToMetre)) : within;
        return true;
    }

    private bool Reach(int node, int from, (int Edge, uint Moment) over, (LineageFilter Filter, bool Down) walk)
    {
        if (_stamps[node] == _stamp)
        {
            Improve(_slots[node], _nodes[from], (over.Edge, over.Moment, walk.Down));
            return true;
        }

        if (_count >= walk.Filter.MaxNodes) return false;
        Add(node, (_steps[from] + 1, _nodes[from]), over);
        return true;
    }

    // Another path gives more time: what was passed over before may now hold.
    private void Improve(int slot, int from, (int Edge, uint Moment, bool Down) over)
    {
        if (_edges[slot] < 0 || (over.Down ? over.Moment >= _moments[slot] : over.Moment <= _moments[slot])) return;
        (_moments[slot], _edges[slot], _over[slot]) = (over.Moment, over.Edge, from);
        _again.Enqueue(slot);
    }

    private void Add(int node, (int Steps, int From) at, (int Edge, uint Moment) over)
    {
        if (_count == _nodes.Length) Grow();
        (_nodes[_count], _steps[_count], _over[_count]) = (node, at.Steps, at.From);
        (_edges[_count], _moments[_count]) = over;
        (_stamps[node], _slots[node]) = (_stamp, _count);
        _count++;
    }

    private void Grow()
    {
        Array.Resize(ref _nodes, _count * 2);
        Array.Resize(ref _steps, _count * 2);
        Array.Resize(ref _edges, _count * 2);
        Array.Resize(ref _over, _count * 2);
        Array.Resize(ref _moments, _count * 2);
    }
}
