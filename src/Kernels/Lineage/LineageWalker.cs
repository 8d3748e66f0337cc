using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// Walks graphs breadth first, in the order of time: material that came into a silo in March is not in what was drawn in
/// February, while a cell put into a module in March is in the pack that got the module in February. Walking down, each
/// node carries the earliest moment of arrival; walking up, the latest moment that matters (temporal reachability after
/// Xuan, Ferreira and Jarry 2003, doi:10.1142/S0129054103001728). Used by one thread at a time; its memory is used again.
/// </summary>
public sealed unsafe class LineageWalker
{
    // How many nodes ahead of the one at hand memory is asked for: offsets first, then rows, then what they lead to.
    private const int StartsAhead = 24;
    private const int RowsAhead = 16;
    private const int TargetsAhead = 8;
    private const int LinksPerLine = 8;
    private const int BetweenLooks = 4095;

    private readonly VisitTable _places = new();
    private readonly Queue<int> _again = new();
    private readonly StretchBook _stretches = new();
    private readonly LineageReach _reach;
    private LineageVisit[] _kept = [];
    private LineageVisit* _visits;

    /// <summary>A walker with little memory, which grows with its walks.</summary>
    public LineageWalker()
    {
        _reach = new LineageReach(this);
        Resize(256);
    }

    internal int Count { get; private set; }

    internal ReadOnlySpan<LineageVisit> Visits => _kept.AsSpan(0, Count);

    /// <summary>Where nodes went: everything that may hold material of them.</summary>
    /// <exception cref="OperationCanceledException">The filter's token says so.</exception>
    public LineageReach Down(LineageGraph graph, ReadOnlySpan<int> start, LineageFilter filter)
    {
        Begin(graph, start, 0);
        _stretches.Begin(start, filter.Stretch);
        return End<DownTheLine>(graph, filter.IsFree ? Walk<DownTheLine, FreeRule>(graph, filter) : Walk<DownTheLine, FilteredRule>(graph, filter));
    }

    /// <summary>Where nodes come from: everything that may be in them.</summary>
    /// <exception cref="OperationCanceledException">The filter's token says so.</exception>
    public LineageReach Up(LineageGraph graph, ReadOnlySpan<int> start, LineageFilter filter)
    {
        Begin(graph, start, filter.AsOf ?? uint.MaxValue);
        _stretches.Begin(start, null);
        return End<UpTheLine>(graph, filter.IsFree ? Walk<UpTheLine, FreeRule>(graph, filter) : Walk<UpTheLine, FilteredRule>(graph, filter));
    }

    internal int Find(int node) => _places.Find(node);

    private void Begin(LineageGraph graph, ReadOnlySpan<int> start, uint moment)
    {
        _places.Begin(graph.Nodes, Count);
        Count = 0;
        _again.Clear();
        foreach (var node in start)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)node, (uint)graph.Nodes, nameof(start));
            if (_places.Find(node) < 0) Add(node, new LineageVisit { Steps = 0, Over = -1, Moment = moment });
        }
    }

    private LineageReach End<TWay>(LineageGraph graph, bool isWhole)
        where TWay : struct, ILineageWay
    {
        // A mapped base is unmapped when nobody refers to it.
        GC.KeepAlive(graph);
        (_reach.Graph, _reach.IsDown, _reach.IsCut) = (graph, TWay.IsDown, !isWhole);
        return _reach;
    }

    // One loop for all walks, so that the compiler can leave out of each what it does not ask.
    private bool Walk<TWay, TRule>(LineageGraph graph, LineageFilter filter)
        where TWay : struct, ILineageWay
        where TRule : struct, ILineageRule
    {
        var (starts, isBaseOnly) = ((nint)TWay.Starts(graph.Base), graph.IsBaseOnly);
        for (var next = 0; next < Count || _again.Count > 0;)
        {
            var slot = _again.Count > 0 ? _again.Dequeue() : next++;
            if ((next & BetweenLooks) == 0) filter.Cancellation.ThrowIfCancellationRequested();
            if (!TRule.IsFree && _visits[slot].Steps >= filter.MaxSteps) continue;
            var node = _visits[slot].Node;
            if (isBaseOnly || !graph.Touches(node))
            {
                LookAhead<TWay>(graph.Base, next, isBaseOnly);
                var offsets = (int*)starts + node;
                if (!Follow<TWay, TRule>((graph, filter), slot, (offsets[0], offsets[1]))) return false;
            }
            else if (!FollowAll<TWay, TRule>((graph, filter), slot))
            {
                return false;
            }
        }

        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Follow<TWay, TRule>((LineageGraph Graph, LineageFilter Filter) on, int slot, (int First, int End) row)
        where TWay : struct, ILineageWay
        where TRule : struct, ILineageRule
    {
        var (links, moment) = ((nint)TWay.Links(on.Graph.Base), _visits[slot].Moment);
        for (var place = row.First; place < row.End; place++)
        {
            var link = ((LineageLink*)links)[place];
            if (_places.IsLarge && place + LinksPerLine < row.End) _places.Prefetch(((LineageLink*)links)[place + LinksPerLine].Node);
            var removed = link.WasRemoved ? on.Graph.Removed(TWay.EdgeAt(on.Graph.Base, place)) : LineageEdge.Open;
            var then = moment;
            if (!TWay.Passes(link, removed, ref then)) continue;
            if (!TRule.IsFree && !Holds<TWay>(on, slot, new LineageStep(TWay.EdgeAt(on.Graph.Base, place), link))) continue;
            if (!Reach<TWay>(link.Node, new LineageVisit { Place = place, Over = slot, Moment = then }, on.Filter.MaxNodes)) return false;
        }

        return true;
    }

    // The same over a node with edges that came, or were closed, since the base was written.
    private bool FollowAll<TWay, TRule>((LineageGraph Graph, LineageFilter Filter) on, int slot)
        where TWay : struct, ILineageWay
        where TRule : struct, ILineageRule
    {
        var visit = _visits[slot];
        foreach (var step in TWay.IsDown ? on.Graph.Down(visit.Node) : on.Graph.Up(visit.Node))
        {
            var removed = step.Link.WasRemoved ? on.Graph.Removed(step.Edge) : LineageEdge.Open;
            var then = visit.Moment;
            if (!TWay.Passes(step.Link, removed, ref then)) continue;
            if (!TRule.IsFree && !Holds<TWay>(on, slot, step)) continue;
            if (!Reach<TWay>(step.Link.Node, new LineageVisit { Place = step.Place, Over = slot, Moment = then }, on.Filter.MaxNodes)) return false;
        }

        return true;
    }

    private bool Holds<TWay>((LineageGraph Graph, LineageFilter Filter) on, int slot, LineageStep step)
        where TWay : struct, ILineageWay
    {
        var (filter, link) = (on.Filter, step.Link);
        if (filter.AsOf is { } moment && (link.Added > moment || (link.WasRemoved && on.Graph.Removed(step.Edge) <= moment))) return false;
        if (_visits[slot].Steps == 0 && (link.Added < filter.FirstFrom || link.Added >= filter.FirstBefore)) return false;
        if (filter.Crosses is not null && !filter.Crosses(on.Graph.Tag(step.Edge))) return false;
        if (!TWay.IsDown || filter.Stretch is null) return true;
        var to = _places.Find(link.Node);
        if (!_stretches.Meets(on.Graph, (_visits[slot].Node, step), to >= 0, out var isWider)) return false;
        // What was cut from it outside the narrower stretch may now hold.
        if (isWider) _again.Enqueue(to);
        return true;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Reach<TWay>(int node, LineageVisit over, int maxNodes)
        where TWay : struct, ILineageWay
    {
        var known = _places.Find(node);
        if (known >= 0)
        {
            if (TWay.IsBetter(over.Moment, _visits[known].Moment)) Improve(known, over);
            return true;
        }

        if (Count >= maxNodes) return false;
        over.Steps = _visits[over.Over].Steps + 1;
        Add(node, over);
        return true;
    }

    // Another path gives more time: what was passed over before may now hold.
    private void Improve(int slot, LineageVisit over)
    {
        ref var visit = ref _visits[slot];
        if (visit.Over < 0) return;
        (visit.Moment, visit.Over, visit.Place) = (over.Moment, over.Over, over.Place);
        _again.Enqueue(slot);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void LookAhead<TWay>(LineageBase rows, int next, bool isBaseOnly)
        where TWay : struct, ILineageWay
    {
        if (!Sse.IsSupported || !isBaseOnly || next + TargetsAhead >= Count) return;
        var starts = TWay.Starts(rows);
        var links = TWay.Links(rows);
        if (_places.IsLarge) _places.Prefetch(links[starts[_visits[next + TargetsAhead].Node]].Node);
        if (next + RowsAhead < Count) Sse.Prefetch0(links + starts[_visits[next + RowsAhead].Node]);
        if (next + StartsAhead < Count) Sse.Prefetch0(starts + _visits[next + StartsAhead].Node);
    }

    private void Add(int node, LineageVisit visit)
    {
        if (Count == _kept.Length) Resize(Count * 2);
        visit.Node = node;
        _visits[Count] = visit;
        var isFull = !_places.Add(node, Count++);
        if (isFull) _places.Grow(Visits);
    }

    private void Resize(int most)
    {
        var kept = GC.AllocateUninitializedArray<LineageVisit>(most, pinned: true);
        Visits.CopyTo(kept);
        _kept = kept;
        _visits = (LineageVisit*)Unsafe.AsPointer(ref _kept[0]);
    }
}
