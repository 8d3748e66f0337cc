using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Events;

/// <summary>Checks the events of an assertion: their root, and what the index says of each against the event itself.</summary>
internal static class EventDoctor
{
    /// <summary>Checks an assertion of events; false when it is one of statements.</summary>
    public static bool Check(Database database, (long Seq, int Count, byte[] Root, byte[] Secret) head, Action<string?> report)
    {
        var events = EventReads.OfAssertion(database, head.Seq);
        if (events.Count == 0 && !IsCapture(database, head.Seq)) return false;
        var root = EventLeaf.RootOf([.. events.Select(EventLeaf.EntryOf)], head.Secret);
        var same = events.Count == head.Count && root.AsSpan().SequenceEqual(head.Root);
        report(same ? null : $"The events of assertion {head.Seq} are not those that were written.");
        events.ForEach(recorded => report(CheckIndex(database, recorded)));
        return true;
    }

    private static bool IsCapture(Database database, long seq)
    {
        using var row = database.Get("SELECT 1 FROM event_capture WHERE seq = ?1").Bind(1, seq);
        return row.Step();
    }

    private static string? CheckIndex(Database database, RecordedEvent recorded)
    {
        var kept = EventLeaf.EntryOf(recorded);
        using var json = JsonDocument.Parse(recorded.Json);
        var names = EventEntries.NamesOf(json.RootElement, kept);
        var keys = new EventKeyReader(names).Read(json.RootElement, recorded.Hash);
        var posted = Postings(database, recorded.Number, RecordTime.ToMicroseconds(keys.EventTime), keys.Names);
        return EventHash.Of(json.RootElement, names, EventHashRules.Cbv20) != recorded.Hash ? $"Event {recorded.Number} does not have the hash it is filed under."
            : posted == keys.Names.Count ? null
            : $"Event {recorded.Number} names {keys.Names.Count} things; the index knows {posted} of them.";
    }

    private static int Postings(Database database, long number, long time, IReadOnlyList<EventName> names)
    {
        var found = 0;
        foreach (var name in names)
        {
            using var row = database.Get("SELECT 1 FROM event_posting WHERE name_id = (SELECT id FROM event_name WHERE name = ?1) AND event_time = ?2 AND number = ?3 AND roles = ?4")
                .Bind(1, name.Name).Bind(2, time).Bind(3, number).Bind(4, (long)name.Roles);
            found += row.Step() ? 1 : 0;
        }

        return found;
    }
}
