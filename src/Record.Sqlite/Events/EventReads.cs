using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Events;

/// <summary>Reads single events and what surrounds them over one connection.</summary>
internal static class EventReads
{
    /// <summary>Columns of an event, to be completed with a FROM that calls it <c>e</c> and joins nothing of its own.</summary>
    public const string Columns = "e.number, e.json, e.hash, e.seq, e.ordinal, e.event_time, e.recorded_at, e.source, "
        + "(SELECT json FROM event_context WHERE id = e.context_id), (SELECT issuer.name FROM assertion JOIN issuer ON issuer.id = issuer_id WHERE assertion.seq = e.seq)";

    private const string Jobs = "SELECT id, issuer, created_at, finished_at, success, rolls_back, events, written, known, errors, number FROM capture_job ";

    /// <summary>An event of a row of <see cref="Columns"/>.</summary>
    public static RecordedEvent Read(Query row) => new(row.Integer(0), row.Blob(1).ToArray(), row.TextOrNull(8) ?? "", new EventHash(row.Blob(2).ToArray()))
    {
        Assertion = row.Integer(3),
        Ordinal = (int)row.Integer(4),
        EventTime = RecordTime.FromMicroseconds(row.Integer(5)),
        RecordedAt = RecordTime.FromMicroseconds(row.Integer(6)),
        Source = row.TextOrNull(7),
        Issuer = row.Text(9),
    };

    /// <summary>Number of the same event in the record, or 0.</summary>
    public static long NumberOf(Database database, EventEntry entry)
    {
        using var row = database.Get("SELECT number, hash FROM event WHERE key = ?1 AND variant = ?2").Bind(1, entry.Key).Bind(2, entry.Variant);
        while (row.Step())
        {
            if (row.Blob(1).SequenceEqual(entry.Hash.Digest)) return row.Integer(0);
        }

        return 0;
    }

    /// <summary>Number of an event with the same identifier and another content, or 0.</summary>
    public static long SharingId(Database database, EventEntry entry)
    {
        if (entry.Keys.EventId is not { } id) return 0;
        using var row = database.Get("SELECT number, hash FROM event WHERE id_key = ?1").Bind(1, EventEntry.KeyOf(id));
        while (row.Step())
        {
            if (!row.Blob(1).SequenceEqual(entry.Hash.Digest)) return row.Integer(0);
        }

        return 0;
    }

    public static RecordedEvent? Find(Database database, long number)
    {
        using var row = database.Get($"SELECT {Columns} FROM event AS e WHERE e.number = ?1").Bind(1, number);
        return row.Step() ? Read(row) : null;
    }

    /// <summary>Events of an author's identifier or of a content hash, latest first.</summary>
    public static List<RecordedEvent> Find(Database database, string id)
    {
        var found = Rows(database.Get($"SELECT {Columns} FROM event AS e WHERE e.id_key = ?1 ORDER BY e.number DESC").Bind(1, EventEntry.KeyOf(id)));
        if (found.Count > 0 || EventHash.TryParse(id) is not { } hash) return found;
        var key = System.Buffers.Binary.BinaryPrimitives.ReadInt64BigEndian(hash.Digest);
        return Rows(database.Get($"SELECT {Columns} FROM event AS e WHERE e.key = ?1 AND e.hash = ?2 ORDER BY e.number DESC").Bind(1, key).Bind(2, hash.Digest));
    }

    /// <summary>The events of an assertion in their order.</summary>
    public static List<RecordedEvent> OfAssertion(Database database, long seq)
    {
        using var head = database.Get("SELECT first, count FROM event_capture WHERE seq = ?1").Bind(1, seq);
        return !head.Step() ? [] : Rows(database.Get($"SELECT {Columns} FROM event AS e WHERE e.number BETWEEN ?1 AND ?2 ORDER BY e.number")
            .Bind(1, head.Integer(0)).Bind(2, head.Integer(0) + head.Integer(1) - 1));
    }

    public static CaptureJob? Job(Database database, string id)
    {
        using var row = database.Get(Jobs + "WHERE id = ?1").Bind(1, id);
        return row.Step() ? JobOf(row) : null;
    }

    public static List<CaptureJob> JobsOf(Database database, string? issuer, string? before, int limit)
    {
        using var row = database.Get(Jobs + "WHERE (?1 IS NULL OR issuer = ?1) AND number < coalesce((SELECT number FROM capture_job WHERE id = ?2), 9223372036854775807) ORDER BY number DESC LIMIT ?3")
            .Bind(1, issuer).Bind(2, before).Bind(3, limit);
        var jobs = new List<CaptureJob>();
        while (row.Step()) jobs.Add(JobOf(row));
        return jobs;
    }

    private static CaptureJob JobOf(Query row) => new(row.Text(0), row.Text(1), RecordTime.FromMicroseconds(row.Integer(2)))
    {
        FinishedAt = RecordTime.FromMicroseconds(row.Integer(3)),
        Success = row.Integer(4) != 0,
        Rollback = row.Integer(5) != 0,
        Events = (int)row.Integer(6),
        Written = (int)row.Integer(7),
        Known = (int)row.Integer(8),
        Errors = row.Text(9),
    };

    private static List<RecordedEvent> Rows(Query query)
    {
        using var row = query;
        var events = new List<RecordedEvent>();
        while (row.Step()) events.Add(Read(row));
        return events;
    }
}
