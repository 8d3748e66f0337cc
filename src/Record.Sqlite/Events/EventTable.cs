using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Events;

/// <summary>Appends events with their postings, inside the open transaction.</summary>
internal sealed class EventTable(Database database)
{
    private const int MaxContexts = 1000;
    private const string Insert =
        "INSERT INTO event (number, seq, ordinal, recorded_at, event_time, key, variant, id_key, type, action, biz_step, disposition, read_point, "
        + "biz_location, context_id, hash, source, json) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)";

    private readonly EventNameTable _names = new(database);
    private readonly Dictionary<string, long> _contexts = new(StringComparer.Ordinal);

    /// <summary>Appends the events of an assertion whose head is written.</summary>
    /// <returns>Number of the first.</returns>
    /// <exception cref="ProblemException"><see cref="EventProblems.AlreadyRecorded"/>; the caller rolls back.</exception>
    public long Append(EventCapture capture, long seq, long recordedAt)
    {
        var first = database.Integer("SELECT coalesce(max(number), 0) + 1 FROM event");
        database.Get("INSERT INTO event_capture (seq, recorded_at, first, count) VALUES (?1, ?2, ?3, ?4)")
            .Bind(1, seq).Bind(2, recordedAt).Bind(3, first).Bind(4, capture.Events.Count).Run();
        for (var i = 0; i < capture.Events.Count; i++)
        {
            RefuseKnown(capture.Events[i], i);
            Append(capture.Events[i], (first + i, seq, i, recordedAt));
        }

        return first;
    }

    public void Keep(CaptureJob job) =>
        database.Get("INSERT INTO capture_job (id, issuer, created_at, finished_at, success, rolls_back, events, written, known, errors) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
            .Bind(1, job.Id).Bind(2, job.Issuer).Bind(3, RecordTime.ToMicroseconds(job.CreatedAt)).Bind(4, RecordTime.ToMicroseconds(job.FinishedAt))
            .Bind(5, job.Success ? 1 : 0).Bind(6, job.Rollback ? 1 : 0).Bind(7, job.Events).Bind(8, job.Written).Bind(9, job.Known).Bind(10, job.Errors).Run();

    public void Forget()
    {
        _names.Forget();
        _contexts.Clear();
    }

    private void RefuseKnown(EventEntry entry, int at)
    {
        if (EventReads.NumberOf(database, entry) != 0)
        {
            throw new ProblemException(EventProblems.AlreadyRecorded, $"{entry.Identity} came into the record just now.", $"/events/{at}");
        }
    }

    private void Append(EventEntry entry, (long Number, long Seq, int Ordinal, long RecordedAt) at)
    {
        var keys = entry.Keys;
        var time = RecordTime.ToMicroseconds(keys.EventTime);
        var row = database.Get(Insert)
            .Bind(1, at.Number).Bind(2, at.Seq).Bind(3, at.Ordinal).Bind(4, at.RecordedAt).Bind(5, time).Bind(6, entry.Key).Bind(7, entry.Variant)
            .Bind(10, (long)keys.Action).Bind(16, entry.Hash.Digest).Bind(17, entry.Source).Bind(18, entry.Json.Span);
        Bind(row, 8, keys.EventId is { } id ? EventEntry.KeyOf(id) : null);
        Bind(row, 9, _names.IdOf(keys.Type, EventRoles.Type));
        BindName(row, 11, keys.BizStep, EventRoles.BizStep);
        BindName(row, 12, keys.Disposition, EventRoles.Disposition);
        BindName(row, 13, keys.ReadPoint, EventRoles.ReadPoint);
        BindName(row, 14, keys.BizLocation, EventRoles.BizLocation);
        Bind(row, 15, entry.Context.Length == 0 ? null : Context(entry.Context));
        row.Run();
        Post(keys, time, at.Number);
    }

    private void Post(EventKeys keys, long time, long number)
    {
        var insert = database.Get("INSERT INTO event_posting (name_id, event_time, number, roles) VALUES (?1, ?2, ?3, ?4)").Bind(2, time).Bind(3, number);
        foreach (var (name, roles) in keys.Names)
        {
            insert.Bind(1, _names.IdOf(name, roles)).Bind(4, (long)roles).Run();
        }
    }

    private void BindName(Query row, int at, string? name, EventRoles role) => Bind(row, at, name is null ? null : _names.IdOf(name, role));

    private static void Bind(Query row, int at, long? value) => _ = value is { } number ? row.Bind(at, number) : row.BindNull(at);

    private long Context(string json)
    {
        if (_contexts.TryGetValue(json, out var id)) return id;
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(json));
        database.Get("INSERT OR IGNORE INTO event_context (hash, json) VALUES (?1, ?2)").Bind(1, hash.AsSpan()).Bind(2, json).Run();
        using var row = database.Get("SELECT id FROM event_context WHERE hash = ?1").Bind(1, hash.AsSpan());
        row.Step();
        if (_contexts.Count >= MaxContexts) _contexts.Clear();
        return _contexts[json] = row.Integer(0);
    }
}
