using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Log;

namespace Voltloop.Record.Replication;

/// <summary>Writes and reads events: as captured, with their context and source. What they are found by is worked out again here.</summary>
internal static class EventCodec
{
    public static void Write(CanonicalBuffer buffer, EventEntry entry)
    {
        buffer.Add(entry.Hash.Digest);
        buffer.Add(entry.Context);
        buffer.Add(entry.Source);
        PartCodec.WriteBytes(buffer, entry.Json.ToArray());
    }

    public static EventEntry[] ReadAll(ref CanonicalReader reader, int count)
    {
        var entries = new EventEntry[count];
        for (var i = 0; i < count; i++)
        {
            entries[i] = Read(ref reader);
        }

        return entries;
    }

    private static EventEntry Read(ref CanonicalReader reader)
    {
        var (hash, context, source, json) = (new EventHash(reader.Bytes(EventHash.Bytes)), reader.Text() ?? "", reader.Text(), PartCodec.ReadBytes(ref reader) ?? []);
        return EventEntries.Rebuild(new EventEntry(json, context, hash, new EventKeys("", EventAction.None, DateTimeOffset.UnixEpoch)) { Source = source });
    }
}
