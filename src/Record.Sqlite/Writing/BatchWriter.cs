using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Writes one batch inside the open transaction.</summary>
internal sealed class BatchWriter
{
    private readonly ThingTable _things;
    private readonly StatementTable _statements;
    private readonly SeriesTable _series;
    private readonly DocumentTable _documents;
    private readonly Events.EventTable _events;
    private readonly Access.AccessTable _access;
    private readonly Telemetry.TelemetryTable _telemetry;

    public BatchWriter(Database database, Signing.AssertionSigner? signer)
    {
        _things = new ThingTable(database);
        _statements = new StatementTable(database, _things, signer);
        _series = new SeriesTable(database, _things);
        _documents = new DocumentTable(database);
        _events = new Events.EventTable(database);
        _access = new Access.AccessTable(database);
        _telemetry = new Telemetry.TelemetryTable(database, _things);
    }

    /// <exception cref="Core.Problems.ProblemException">A rule is broken; the caller rolls back.</exception>
    public WriteReceipt Write(PreparedBatch prepared, long recordedAt)
    {
        var batch = prepared.Batch;
        var newThings = _things.Register(batch.Things);
        _documents.Keep(batch.Documents, prepared.Documents, recordedAt);
        var samples = batch.Series.Sum(_series.Append);
        if (batch.Telemetry is { } telemetry) _telemetry.Write(telemetry);
        var first = _statements.Append(prepared.Assertions, recordedAt);
        var statements = prepared.Assertions.Sum(a => a.Evidence.Length);
        var events = prepared.Events is { } captured ? Append(captured, recordedAt) : (Assertion: 0, First: 0);
        var receipt = new WriteReceipt(Log.RecordTime.FromMicroseconds(recordedAt), first == 0 ? events.Assertion : first, newThings, statements, samples) { FirstEvent = events.First, Events = batch.Events?.Events.Count ?? 0 };
        return receipt with { LastAccess = Note(prepared, receipt) };
    }

    private long Note(PreparedBatch prepared, WriteReceipt receipt)
    {
        IReadOnlyList<AccessEntry> entries = prepared.Batch.Author is { } author ? [.. prepared.Access, author.Wrote(receipt)] : prepared.Access;
        return entries.Count == 0 ? 0 : _access.Append(entries);
    }

    private (long Assertion, long First) Append(Events.PreparedEvents captured, long recordedAt)
    {
        if (captured.Capture.Job is { } job) _events.Keep(job);
        if (captured.Capture.Events.Count == 0) return (0, 0);
        var seq = _statements.AppendHead(captured, recordedAt);
        return (seq, _events.Append(captured.Capture, seq, recordedAt));
    }

    /// <summary>Drops what was remembered of rows, after a rollback.</summary>
    public void Forget()
    {
        _things.Forget();
        _statements.Forget();
        _events.Forget();
        _telemetry.Forget();
    }
}
