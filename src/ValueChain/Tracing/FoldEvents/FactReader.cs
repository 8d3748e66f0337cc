using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>Works out what the events of a thing say, beside what the record says.</summary>
/// <param name="lookup">Knows key events.</param>
/// <param name="vocabulary">Terms of the record.</param>
/// <param name="tables">The table of facts.</param>
/// <param name="recycling">Finds what was recovered.</param>
internal sealed class FactReader(KeyEventLookup lookup, IVocabulary vocabulary, FactTable tables, RecyclingWalk recycling)
{
    /// <summary>Most events of one thing that are looked at, the latest first.</summary>
    public const int MaxEvents = 5000;

    /// <summary>Most statements of one thing that are compared.</summary>
    public const int MaxStatements = 10_000;

    /// <summary>What to write about a thing.</summary>
    /// <param name="id">The thing.</param>
    /// <param name="from">Where events and statements are read; what they leave out is not compared.</param>
    /// <param name="cancellation">Stops the reading.</param>
    public async Task<FactChanges> ReadAsync(ThingId id, (IEventReader Events, IRecordReader Record) from, CancellationToken cancellation)
    {
        var scan = new EventScan { Names = [new EventNames([id.Value], EventRoles.Things)], Limit = MaxEvents };
        var events = FactEvents((await from.Events.ScanAsync(scan, cancellation)).Items);
        var history = await from.Record.ReadHistoryAsync(new HistoryQuery(id) { Limit = MaxStatements }, cancellation);
        var things = new ThingFacts(id, tables.Rules);
        // Only what went into recycling has anything recovered from it.
        var steps = events.Any(one => one.Sighting.Names(EventRoles.Input).Contains(id.Value, StringComparer.Ordinal)) ? await recycling.DownAsync([id.Value], from.Events, cancellation) : [];
        return FactChanges.Of([.. things.Of(events), .. things.Recovered(steps)], history.Items, term => vocabulary.Find(term)?.Dynamic != false);
    }

    private List<FactEvent> FactEvents(IReadOnlyList<RecordedEvent> recorded)
    {
        var (wrong, events) = (new HashSet<EventHash>(), new List<(EventHash Hash, FactEvent Event)>());
        foreach (var one in recorded.Where(one => one.Json.AsSpan().IndexOf("keyEvent"u8) >= 0))
        {
            var json = JsonSerializer.Deserialize<JsonElement>(one.Json);
            if (json.TryGetProperty("errorDeclaration", out _)) wrong.Add(one.Hash);
            else if (lookup.Sight(json, one) is { Form: not null } seen) events.Add((one.Hash, new FactEvent(seen, json, one.Hash.ToString(), one.Issuer)));
        }

        return [.. events.Where(one => !wrong.Contains(one.Hash)).Select(one => one.Event)];
    }
}
