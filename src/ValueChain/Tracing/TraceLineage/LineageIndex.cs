using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Kernels.Lineage;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Policies;
using Voltloop.Tracing.Model.Genealogy;
using Voltloop.Web.Access;

namespace Voltloop.Tracing.TraceLineage;

/// <summary>
/// The lineage of all events in memory: a projection of the record, built when it is first asked for and brought up to date
/// before every answer, so that an answer holds every event that was acknowledged before the question.
/// </summary>
/// <param name="events">The events; read as the keeper, since what an actor may follow is decided edge by edge.</param>
/// <param name="settings">Who the keeper is.</param>
internal sealed class LineageIndex(ActorEventReader events, AccessSettings settings) : IDisposable
{
    private const int PerRead = 10_000;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly IEventReader _all = events.For(Actor.Keeper(settings.Keeper, "lineage", "index"));
    private readonly EventGenealogy _genealogy = new(new EventKeyReader(EventNamespaces.Official).Canonical);
    private readonly ConcurrentDictionary<string, int> _ids = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];
    private readonly List<LineageEdge> _edges = [];
    private readonly Dictionary<int, List<int>> _inside = [];
    private LineageSnapshot? _snapshot;
    private long _read;

    /// <summary>The lineage as of now.</summary>
    /// <exception cref="ProblemException">There is more than an index in memory can hold.</exception>
    public async ValueTask<LineageSnapshot> ReadAsync(CancellationToken cancellation)
    {
        var newest = await _all.NewestAsync(cancellation);
        if (_snapshot is { } known && known.UpTo >= newest) return known;
        await _turn.WaitAsync(cancellation);
        try
        {
            if (_snapshot is null || _snapshot.UpTo < newest) _snapshot = await GrowAsync(cancellation);
            return _snapshot;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _turn.Dispose();

    private async Task<LineageSnapshot> GrowAsync(CancellationToken cancellation)
    {
        // What was read stays read when a caller gives up half way: the next one goes on behind it.
        for (var more = true; more;)
        {
            var page = await _all.ScanAsync(new EventScan { ByRecord = true, Descending = false, After = new EventCursor(0, _read), Limit = PerRead }, cancellation);
            foreach (var recorded in page.Items)
            {
                Add(recorded);
                _read = recorded.Number;
            }

            more = page.Next is not null;
        }

        return new LineageSnapshot(LineageGraph.Build(_names.Count, CollectionsMarshal.AsSpan(_edges)), [.. _names], _ids, _read);
    }

    private void Add(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        // An event that was declared an error never happened.
        if (json.RootElement.TryGetProperty("errorDeclaration", out _)) return;
        foreach (var step in _genealogy.Of(json.RootElement, recorded.Hash.ToString()))
        {
            if (step.Removes) Remove(step);
            else Add(step, checked((int)recorded.Number));
        }
    }

    private void Add(GenealogyStep step, int number)
    {
        var to = Node(step.To);
        if (step.Kind != LineageKind.Transformation) Inside(to).Add(_edges.Count);
        _edges.Add(new LineageEdge(Node(step.From), to, step.Kind, Seconds(step.At)) { Mass = (float)step.Mass, Position = step.Position, Tag = number });
    }

    private void Remove(GenealogyStep step)
    {
        var (inside, at, from) = (Inside(Node(step.To)), Seconds(step.At), step.Empties ? -1 : Node(step.From));
        var edges = CollectionsMarshal.AsSpan(_edges);
        for (var i = inside.Count - 1; i >= 0; i--)
        {
            ref var edge = ref edges[inside[i]];
            if ((from >= 0 && edge.From != from) || edge.Added > at) continue;
            edge = edge with { Removed = at };
            inside.RemoveAt(i);
        }
    }

    private List<int> Inside(int parent) => CollectionsMarshal.GetValueRefOrAddDefault(_inside, parent, out _) ??= [];

    private int Node(string name)
    {
        if (_ids.TryGetValue(name, out var node)) return node;
        if (_names.Count == LineageLink.MaxNodes) throw new ProblemException(CommonProblems.LimitExceeded, $"The record names more than {LineageLink.MaxNodes} things.");
        _names.Add(name);
        return _ids[name] = _names.Count - 1;
    }

    private static uint Seconds(DateTimeOffset moment) => (uint)Math.Clamp(moment.ToUnixTimeSeconds(), 0, LineageEdge.Open - 1);
}
