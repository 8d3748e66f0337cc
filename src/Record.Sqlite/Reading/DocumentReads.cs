using Voltloop.Core.Problems;
using Voltloop.Record.Documents;
using Voltloop.Record.Log;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Reads documents.</summary>
internal sealed class DocumentReads(ReaderPool pool)
{
    public Document? Find(string sha256) => FindRow(sha256)?.Document;

    public Stream Open(string sha256)
    {
        var (id, document) = FindRow(sha256) ?? throw new ProblemException(CommonProblems.NotFound, $"There is no document {sha256}.");
        return new DocumentStream(pool, id, document.Size);
    }

    private (long Id, Document Document)? FindRow(string sha256) => pool.Read<(long, Document)?>(database =>
    {
        using var row = database.Get("SELECT id, sha256, name, media_type, size, recorded_at FROM document WHERE sha256 = ?1").Bind(1, sha256);
        return row.Step()
            ? (row.Integer(0), new Document(row.Text(1), row.Text(2), row.Text(3), row.Integer(4), RecordTime.FromMicroseconds(row.Integer(5))))
            : null;
    });
}
