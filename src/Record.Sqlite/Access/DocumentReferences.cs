using Voltloop.Core.Identities;
using Voltloop.Record.Policies;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Sqlite.Access;

/// <summary>Finds what points at a document by the index that the store keeps.</summary>
internal sealed class DocumentReferences(ReaderPool pool) : IDocumentReferences
{
    private readonly Names _names = new();

    public IReadOnlyList<RecordedStatement> ReferencesTo(string sha256, int limit) => pool.ReadSnapshot(database =>
    {
        using var row = database.Get(
            $"SELECT {StatementRow.ColumnsOf("s")} FROM document_reference AS r CROSS JOIN statement AS s INDEXED BY statement_by_time "
            + "ON s.thing_id = r.thing_id AND s.seq = r.seq AND s.ordinal = r.ordinal WHERE r.sha256 = ?1 ORDER BY r.seq DESC LIMIT ?2").Bind(1, sha256).Bind(2, limit);
        var found = new List<RecordedStatement>();
        while (row.Step())
        {
            found.Add(StatementRow.Read(row, database, _names));
        }

        return (IReadOnlyList<RecordedStatement>)found;
    });

    public IReadOnlyList<ThingId> SeriesFrom(string sha256, int limit) => pool.Read(database =>
    {
        using var row = database.Get("SELECT DISTINCT thing.uri FROM series JOIN thing ON thing.id = series.thing_id WHERE source = ?1 LIMIT ?2").Bind(1, sha256).Bind(2, limit);
        var found = new List<ThingId>();
        while (row.Step())
        {
            found.Add(ThingId.Parse(row.Text(0)));
        }

        return (IReadOnlyList<ThingId>)found;
    });
}
