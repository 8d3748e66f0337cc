using Voltloop.Core.Identities;
using Voltloop.Record.Documents;
using Voltloop.Record.Log;
using Voltloop.Record.Replication;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Sqlite.Reading;
using Voltloop.Record.Things;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>Reads one page over one connection that sees one state. What others refer to comes first: things, then what changed, documents, assertions.</summary>
internal sealed class PageReads(Database database, Names names)
{
    private const int MaxThings = 5000;
    private const int MaxRevisions = 500;
    private const int MaxDocuments = 200;
    private const long MaxDocumentBytes = 64 * 1024 * 1024;
    private const int MaxAssertions = 4096;
    private const int MaxStatements = 20_000;

    private readonly LogReads _log = new(database);
    private readonly RevisionReads _revisions = new(database);

    public ChangePage Read(ChangeCursor after)
    {
        var head = Heads.Read(database);
        var page = new ChangePage(after, after, head);
        if (head.Things < after.Things || head.Documents < after.Documents || head.Assertions < after.Assertions || head.Revisions < after.Revisions)
        {
            return page;
        }

        page = AddThings(page);
        page = page.To.Things == head.Things ? AddRevisions(page) : page;
        page = page.To.Things == head.Things && page.To.Revisions == head.Revisions ? AddDocuments(page) : page;
        var hasAll = page.To.Things == head.Things && page.To.Revisions == head.Revisions && page.To.Documents == head.Documents;
        return hasAll ? AddAssertions(page) : page;
    }

    private ChangePage AddThings(ChangePage page)
    {
        using var row = database.Get(
            "SELECT thing.id, thing.uri, thing.kind, thing.label, model.uri FROM thing LEFT JOIN thing AS model ON model.id = thing.model_id "
            + "WHERE thing.id > ?1 ORDER BY thing.id LIMIT ?2").Bind(1, page.From.Things).Bind(2, MaxThings);
        var things = new List<ReplicatedThing>();
        while (row.Step())
        {
            things.Add(ReadThing(row));
        }

        return things.Count == 0 ? page : page with { Things = things, To = page.To with { Things = things[^1].Number } };
    }

    private ReplicatedThing ReadThing(Query row)
    {
        var model = row.TextOrNull(4);
        var thing = new Thing(ThingId.Parse(row.Text(1)), (ThingKind)row.Integer(2), row.Text(3), model is null ? null : ThingId.Parse(model));
        return new ReplicatedThing(row.Integer(0), thing with { Aliases = _revisions.Aliases(row.Integer(0)) });
    }

    private ChangePage AddRevisions(ChangePage page)
    {
        var changes = _revisions.After(page.From.Revisions, MaxRevisions);
        if (changes.Count == 0)
        {
            return page;
        }

        var known = page.Things.Select(thing => thing.Number).ToHashSet();
        return page with
        {
            Things = [.. page.Things, .. _revisions.Rows(changes, RevisionReads.OfAliases).Where(row => !known.Contains(row)).Select(Thing)],
            Series = [.. _revisions.Rows(changes, RevisionReads.OfSamples).Select(_revisions.Series)],
            Accounts = _revisions.Rows(changes, RevisionReads.OfAccounts).Any() ? _revisions.AllAccounts() : [],
            ApiKeys = _revisions.Rows(changes, RevisionReads.OfKeys).Any() ? _revisions.AllKeys() : [],
            To = page.To with { Revisions = changes[^1].Number },
        };
    }

    private ReplicatedThing Thing(long id)
    {
        using var row = database.Get(
            "SELECT thing.id, thing.uri, thing.kind, thing.label, model.uri FROM thing LEFT JOIN thing AS model ON model.id = thing.model_id WHERE thing.id = ?1").Bind(1, id);
        row.Step();
        return ReadThing(row);
    }

    private ChangePage AddDocuments(ChangePage page)
    {
        using var row = database.Get("SELECT id, sha256, name, media_type, size, recorded_at FROM document WHERE id > ?1 ORDER BY id LIMIT ?2")
            .Bind(1, page.From.Documents).Bind(2, MaxDocuments);
        var (documents, bytes) = (new List<ReplicatedDocument>(), 0L);
        while (bytes < MaxDocumentBytes && row.Step())
        {
            var document = new Document(row.Text(1), row.Text(2), row.Text(3), row.Integer(4), RecordTime.FromMicroseconds(row.Integer(5)));
            documents.Add(new ReplicatedDocument(row.Integer(0), document, document.Size <= ReplicatedDocument.MaxInline ? Content(row.Integer(0)) : null));
            bytes += document.Size;
        }

        return documents.Count == 0 ? page : page with { Documents = documents, To = page.To with { Documents = documents[^1].Number } };
    }

    private byte[] Content(long document)
    {
        using var row = database.Get("SELECT bytes FROM document_part WHERE document_id = ?1 ORDER BY ordinal").Bind(1, document);
        var content = new List<byte>();
        while (row.Step())
        {
            content.AddRange(row.Blob(0));
        }

        return [.. content];
    }

    private ChangePage AddAssertions(ChangePage page)
    {
        var assertions = Entries(page.From.Assertions).Select(Assertion).ToList();
        return assertions.Count == 0 ? page : page with
        {
            Assertions = assertions,
            Keys = [.. assertions.Select(a => a.Entry.Signature?.KeyId).OfType<string>().Distinct(StringComparer.Ordinal).Select(_revisions.Key)],
            To = page.To with { Assertions = assertions[^1].Entry.Number },
        };
    }

    // A batch is never cut in two: its assertions have one moment, and no other batch has it.
    private List<LogEntry> Entries(long after)
    {
        var (entries, statements) = (new List<LogEntry>(), 0L);
        foreach (var entry in _log.Entries(after + 1, long.MaxValue))
        {
            if ((entries.Count >= MaxAssertions || statements >= MaxStatements) && entry.RecordedAt != entries[^1].RecordedAt)
            {
                break;
            }

            entries.Add(entry);
            statements += entry.Count;
        }

        return entries;
    }

    private ReplicatedAssertion Assertion(LogEntry entry)
    {
        using var head = database.Get("SELECT secret FROM assertion WHERE seq = ?1").Bind(1, entry.Number);
        byte[] secret = head.Step() && !head.IsNull(0) ? head.Blob(0).ToArray() : [];
        using var row = database.Get(LogReads.OfAssertion).Bind(1, entry.Number);
        var statements = new List<Statements.Statement>((int)entry.Count);
        while (row.Step())
        {
            statements.Add(StatementRow.Read(row, database, names).Statement);
        }

        return new ReplicatedAssertion(entry, secret, statements)
        {
            Events = statements.Count > 0 ? [] : [.. Events.EventReads.OfAssertion(database, entry.Number).Select(Record.Events.EventLeaf.EntryOf)],
        };
    }
}
