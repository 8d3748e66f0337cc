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

    public BatchWriter(Database database, Signing.AssertionSigner? signer)
    {
        _things = new ThingTable(database);
        _statements = new StatementTable(database, _things, signer);
        _series = new SeriesTable(database, _things);
        _documents = new DocumentTable(database);
    }

    /// <exception cref="Core.Problems.ProblemException">A rule is broken; the caller rolls back.</exception>
    public WriteReceipt Write(PreparedBatch prepared, long recordedAt)
    {
        var batch = prepared.Batch;
        var newThings = _things.Register(batch.Things);
        _documents.Keep(batch.Documents, prepared.Documents, recordedAt);
        var samples = batch.Series.Sum(_series.Append);
        var first = _statements.Append(prepared.Assertions, recordedAt);
        var statements = prepared.Assertions.Sum(a => a.Evidence.Length);
        return new WriteReceipt(Log.RecordTime.FromMicroseconds(recordedAt), first, newThings, statements, samples);
    }

    /// <summary>Drops what was remembered of rows, after a rollback.</summary>
    public void Forget()
    {
        _things.Forget();
        _statements.Forget();
    }
}
