using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>Answers questions about lineage, as the actor at work may know it: an event that is hidden joins nothing.</summary>
internal sealed class LineageReader(LineageIndex index, ActorEventReader events)
{
    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);

    /// <summary>Walks the lineage.</summary>
    /// <exception cref="ProblemException">Nothing of what is asked about is in an event that may be seen.</exception>
    public async Task<LineageAnswer> ReadAsync(LineageQuestion question, CancellationToken cancellation)
    {
        var names = question.Start.Select(Keys.Canonical).Distinct(StringComparer.Ordinal).ToList();
        var snapshot = await index.ReadAsync(cancellation);
        var start = names.Where(snapshot.Ids.ContainsKey).Select(name => snapshot.Ids[name]).Where(node => node < snapshot.Names.Count).ToArray();
        var filter = FilterOf(question, cancellation);
        var reach = snapshot.Walk(walker => question.Down ? walker.Down(start, filter) : walker.Up(start, filter));
        if (reach.Nodes.Length <= start.Length) await RefuseUnknownAsync(names, cancellation);
        var shares = question.Down && !reach.IsCut && filter.Crosses is null && question.Stretch is null ? LineageShares.Of(snapshot.Graph, reach) : null;
        var reached = reach.Nodes.ToHashSet();
        var nodes = Enumerable.Range(0, reach.Nodes.Length).Where(slot => reach.Edges[slot] >= 0)
            .Select(slot => Node(snapshot, reach, slot, shares) with { IsPart = question.Down && IsPart(snapshot.Graph, reach.Nodes[slot], (reached, filter)) });
        if (question.Only is { } only) nodes = nodes.Where(node => node.Id.StartsWith(only, StringComparison.Ordinal));
        return new LineageAnswer(names, question.Down ? "down" : "up", [.. nodes], reach.Nodes.Length, reach.IsCut, snapshot.UpTo);
    }

    private static LineageNode Node(LineageSnapshot snapshot, LineageReach reach, int slot, double[]? shares)
    {
        var (graph, edge) = (snapshot.Graph, reach.Edges[slot]);
        var link = graph.DownLink(edge);
        return new LineageNode(
            snapshot.Names[reach.Nodes[slot]], reach.Steps[slot], snapshot.Names[reach.Over[slot]],
            link.Kind.ToString().ToLowerInvariant(), DateTimeOffset.FromUnixTimeSeconds(link.Added), graph.Tag(edge))
        {
            IsOpen = !link.WasRemoved,
            MassKg = Known(graph.Mass(edge)),
            Share = Known(shares?[slot] ?? double.NaN),
        };
    }

    private static bool IsPart(LineageGraph graph, int node, (HashSet<int> Reached, LineageFilter Filter) of)
    {
        for (var (edge, end) = graph.Down(node); edge < end; edge++)
        {
            var link = graph.DownLink(edge);
            if (!link.WasRemoved && of.Reached.Contains(link.Node) && of.Filter.Crosses?.Invoke(graph.Tag(edge)) != false) return true;
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
        Crosses = events.SeesAll ? null : MaySee(cancellation),
    };

    private Func<int, bool> MaySee(CancellationToken cancellation)
    {
        var seen = new Dictionary<int, bool>();
        return number =>
        {
            if (seen.TryGetValue(number, out var known)) return known;
            // The store reads synchronously; a walk cannot await at every edge.
            return seen[number] = events.FindAsync(number, cancellation).AsTask().GetAwaiter().GetResult() is not null;
        };
    }

    // Unknown and hidden are told apart by nothing.
    private async Task RefuseUnknownAsync(List<string> names, CancellationToken cancellation)
    {
        var scan = new EventScan { Names = [new EventNames(names, EventRoles.Objects | EventRoles.Transformation)], Limit = 1 };
        if ((await events.ScanAsync(scan, cancellation)).Items.Count == 0)
            throw new ProblemException(CommonProblems.NotFound, $"No event names {string.Join(", ", names)}.", null, "Names are those of the events: an EPC, a lot, a class.");
    }

    private static uint? Seconds(DateTimeOffset? moment) => moment is { } at ? (uint)Math.Clamp(at.ToUnixTimeSeconds(), 0, LineageEdge.Open - 1) : null;
}
