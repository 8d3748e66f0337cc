using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tracing.CheckKeyEvents;

/// <summary>
/// Finds what is in the record about goods, through the index of identifiers, as the actor at work may see it. Events that were
/// declared an error do not count.
/// </summary>
/// <param name="events">The events.</param>
/// <param name="vocabulary">Key events.</param>
internal sealed class KeyEventLookup(IEventReader events, KeyEventVocabulary vocabulary)
{
    /// <summary>Most events that are looked at for one document; beyond, rules on what came before are not judged.</summary>
    public const int MaxLooked = 50_000;

    // Where goods go into something else says nothing about them, and a lot may go into a million things.
    private const EventRoles Telling = EventRoles.Epc | EventRoles.Class | EventRoles.Output | EventRoles.OutputClass | EventRoles.Parent | EventRoles.Child | EventRoles.ChildClass;

    private const int Chunk = 200;

    /// <summary>What happened to goods.</summary>
    /// <param name="names">Canonical names.</param>
    /// <param name="history">Learns it.</param>
    /// <param name="cancellation">Stops the search.</param>
    /// <returns>False when there was more than is looked at.</returns>
    public async Task<bool> LearnAsync(IReadOnlyCollection<string> names, KeyEventHistory history, CancellationToken cancellation)
    {
        var looked = 0;
        foreach (var chunk in names.Chunk(Chunk))
        {
            var found = new List<RecordedEvent>();
            for (EventCursor? after = null; ;)
            {
                var page = await events.ScanAsync(new EventScan { Names = [new EventNames(chunk, Telling)], Descending = false, Limit = EventScan.MaxLimit, After = after }, cancellation);
                found.AddRange(page.Items);
                if ((after = page.Next) is null) break;
                if ((looked += EventScan.MaxLimit) >= MaxLooked) return false;
            }

            Learn(found, history);
        }

        return true;
    }

    /// <summary>What a batch of events says; those that another one of the batch declares an error say nothing.</summary>
    public void Learn(IReadOnlyList<RecordedEvent> found, KeyEventHistory history)
    {
        var wrong = new HashSet<EventHash>();
        var said = new List<(EventHash Hash, IEnumerable<Happening> What)>();
        foreach (var recorded in found)
        {
            using var json = JsonDocument.Parse(recorded.Json);
            if (json.RootElement.TryGetProperty("errorDeclaration", out _)) wrong.Add(recorded.Hash);
            else if (Sight(json.RootElement, recorded) is { } seen) said.Add((recorded.Hash, seen.Happenings(recorded.Hash.ToString()).ToArray()));
        }

        foreach (var (hash, what) in said.Where(one => !wrong.Contains(one.Hash))) history.Learn(what);
    }

    /// <summary>The key event that a recorded event says, or <c>null</c>.</summary>
    public KeyEventSighting? Sight(JsonElement captured, RecordedEvent recorded)
    {
        // Most events are none: the field or the step would stand in the bytes.
        if (recorded.Json.AsSpan().IndexOf("keyEvent"u8) < 0) return null;
        var entry = new EventEntry(recorded.Json, recorded.Context, recorded.Hash, new EventKeys("", EventAction.None, recorded.EventTime)) { Source = recorded.Source };
        var keys = new EventKeyReader(EventEntries.NamesOf(captured, entry)).Read(captured, recorded.Hash);
        return KeyEventSighting.Of(vocabulary, captured, keys);
    }
}
