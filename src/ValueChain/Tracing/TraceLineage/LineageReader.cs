using System.Collections.Concurrent;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>Answers questions about lineage, as the actor at work may know it: an event that is hidden joins nothing.</summary>
internal sealed class LineageReader(LineageIndex index, ActorEventReader events)
{
    // The memory of a large walk is kept for the next one, but not of as many as ever walked at once.
    private const int MaxIdleWalkers = 4;

    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);

    private readonly ConcurrentBag<LineageWalker> _walkers = [];

    /// <summary>Walks the lineage.</summary>
    /// <exception cref="ProblemException">Nothing of what is asked about is in an event that may be seen.</exception>
    public async Task<LineageAnswer> ReadAsync(LineageQuestion question, CancellationToken cancellation)
    {
        var names = question.Start.Select(Keys.Canonical).Distinct(StringComparer.Ordinal).ToList();
        var snapshot = await index.ReadAsync(cancellation);
        var start = names.Select(snapshot.Find).Where(node => node >= 0).ToArray();
        var filter = FilterOf(question, cancellation);
        var walker = _walkers.TryTake(out var idle) ? idle : new LineageWalker();
        try
        {
            var reach = question.Down ? walker.Down(snapshot.Graph, start, filter) : walker.Up(snapshot.Graph, start, filter);
            if (reach.Count <= start.Length) await RefuseUnknownAsync(names, cancellation);
            return new LineageAnswer(names, question.Down ? "down" : "up", Nodes(snapshot, reach, (question, filter)), reach.Count, reach.IsCut, snapshot.UpTo);
        }
        finally
        {
            if (_walkers.Count < MaxIdleWalkers) _walkers.Add(walker);
        }
    }

    private static List<LineageNode> Nodes(LineageSnapshot snapshot, LineageReach reach, (LineageQuestion Question, LineageFilter Filter) asked)
    {
        var (question, filter) = asked;
        var shares = question.Down && !reach.IsCut && filter.Crosses is null && question.Stretch is null ? LineageShares.Of(reach) : null;
        var nodes = new List<LineageNode>();
        for (var slot = 0; slot < reach.Count; slot++)
        {
            if (reach.Visits[slot].Over < 0 || (question.Only is { } only && !snapshot.Names[reach.Visits[slot].Node].StartsWith(only, StringComparison.Ordinal))) continue;
            nodes.Add(Node(snapshot, reach, slot) with { Share = Known(shares?[slot] ?? double.NaN), IsPart = question.Down && IsPart(reach, slot, filter) });
        }

        GC.KeepAlive(snapshot);
        return nodes;
    }

    private static LineageNode Node(LineageSnapshot snapshot, LineageReach reach, int slot)
    {
        var (visit, edge) = (reach.Visits[slot], reach.Edge(slot));
        var link = snapshot.Graph.Link(edge);
        return new LineageNode(
            snapshot.Names[visit.Node], visit.Steps, snapshot.Names[reach.Visits[visit.Over].Node],
            KindOf(link.Kind), DateTimeOffset.FromUnixTimeSeconds(link.Added), snapshot.Graph.Tag(edge))
        {
            IsOpen = !link.WasRemoved,
            MassKg = Known(snapshot.Graph.Mass(edge)),
        };
    }

    private static string KindOf(LineageKind kind) => kind switch
    {
        LineageKind.Aggregation => "aggregation",
        LineageKind.Association => "association",
        _ => "transformation",
    };

    private static bool IsPart(LineageReach reach, int slot, LineageFilter filter)
    {
        foreach (var step in reach.Graph.Down(reach.Visits[slot].Node))
        {
            if (!step.Link.WasRemoved && reach.SlotOf(step.Link.Node) >= 0 && filter.Crosses?.Invoke(reach.Graph.Tag(step.Edge)) != false) return true;
        }

        return false;
    }

    private static double? Known(double value) => double.IsNaN(value) ? null : value;

    private LineageFilter FilterOf(LineageQuestion question, CancellationToken cancellation) => new()
    {
        AsOf = Seconds(question.AsOf),
        FirstFrom = Seconds(question.From) ?? 0,
        FirstBefore = Seconds(question.Before) ?? uint.MaxValue,
        Stretch = question.Stretch,
        MaxNodes = question.Nodes,
        Crosses = MaySee(events.Glance(), cancellation),
        Cancellation = cancellation,
    };

    // The store reads synchronously; a walk cannot await at every edge.
    private static Func<int, bool>? MaySee(EventGlance glance, CancellationToken cancellation) =>
        glance.SeesAll ? null : number => glance.MaySeeAsync(number, cancellation).AsTask().GetAwaiter().GetResult();

    // Unknown and hidden are told apart by nothing.
    private async Task RefuseUnknownAsync(List<string> names, CancellationToken cancellation)
    {
        var scan = new EventScan { Names = [new EventNames(names, EventRoles.Objects | EventRoles.Transformation)], Limit = 1 };
        if ((await events.ScanAsync(scan, cancellation)).Items.Count == 0)
            throw new ProblemException(CommonProblems.NotFound, $"No event names {string.Join(", ", names)}.", null, "Names are those of the events: an EPC, a lot, a class.");
    }

    private static uint? Seconds(DateTimeOffset? moment) => moment is { } at ? (uint)Math.Clamp(at.ToUnixTimeSeconds(), 0, LineageEdge.Open - 1) : null;
}
