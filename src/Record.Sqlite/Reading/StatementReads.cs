using System.Globalization;
using System.Runtime.CompilerServices;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>
/// Reads statements. Rows are only ever added, so fixing the last assertion at the start makes several queries see one
/// state without holding a transaction.
/// </summary>
internal sealed class StatementReads(ReaderPool pool)
{
    private const int ThingsPerStep = 256;
    private const int MaxHistoryPage = 10_000;

    private readonly Names _names = new();

    public IReadOnlyList<RecordedStatement> Read(ThingId id, AsOf asOf) => pool.Read<IReadOnlyList<RecordedStatement>>(database =>
    {
        if (Lookup.Thing(database, id) is not { } thing)
        {
            return [];
        }

        var resolved = new Resolver(database, _names).Thing(thing, MomentOf(database, asOf));
        resolved.Sort((a, b) => string.CompareOrdinal(a.Statement.Term, b.Statement.Term));
        return resolved;
    });

    public async IAsyncEnumerable<RecordedStatement> ReadTerm(string term, AsOf asOf, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var (things, termId, moment) = pool.Read(database => ThingsWith(database, term, asOf));
        for (var i = 0; i < things.Count; i += ThingsPerStep)
        {
            cancellation.ThrowIfCancellationRequested();
            var some = things.GetRange(i, Math.Min(ThingsPerStep, things.Count - i));
            foreach (var statement in pool.Read(database => Resolve(database, some, (termId, moment))))
            {
                yield return statement;
            }
        }
    }

    public Page<RecordedStatement> History(HistoryQuery query) => pool.Read(database =>
    {
        Pages.CheckLimit(query.Limit, MaxHistoryPage);
        if (Lookup.Thing(database, query.Thing) is not { } thing)
        {
            return new Page<RecordedStatement>([], null);
        }

        var term = query.Term is null ? null : Lookup.Term(database, query.Term);
        return query.Term is not null && term is null
            ? new Page<RecordedStatement>([], null)
            : History(database, query, (thing, term));
    });

    private static Moment MomentOf(Database database, AsOf asOf) =>
        new(RecordTime.ToMicroseconds(asOf.ValidAt), LastSeq(database, asOf.KnownAt));

    private static long LastSeq(Database database, DateTimeOffset knownAt)
    {
        using var query = database.Get("SELECT seq FROM assertion WHERE recorded_at <= ?1 ORDER BY recorded_at DESC, seq DESC LIMIT 1");
        return query.Bind(1, RecordTime.ToMicroseconds(knownAt)).Step() ? query.Integer(0) : 0;
    }

    private static (List<long> Things, long Term, Moment Moment) ThingsWith(Database database, string term, AsOf asOf)
    {
        var things = new List<long>();
        var moment = MomentOf(database, asOf);
        if (Lookup.Term(database, term) is not { } id)
        {
            return (things, 0, moment);
        }

        using var query = database.Get("SELECT thing_id FROM term_thing JOIN thing ON thing.id = thing_id WHERE term_id = ?1 ORDER BY uri");
        query.Bind(1, id);
        while (query.Step())
        {
            things.Add(query.Integer(0));
        }

        return (things, id, moment);
    }

    private List<RecordedStatement> Resolve(Database database, List<long> things, (long Term, Moment Moment) what)
    {
        var resolver = new Resolver(database, _names);
        var found = new List<RecordedStatement>(things.Count);
        foreach (var thing in things)
        {
            if (resolver.Term((thing, what.Term), what.Moment) is { } statement)
            {
                found.Add(statement);
            }
        }

        return found;
    }

    private Page<RecordedStatement> History(Database database, HistoryQuery query, (long Thing, long? Term) of)
    {
        var (seq, ordinal) = Cursor(query.Cursor);
        var last = LastSeq(database, query.KnownAt);
        var rows = database.Get($"SELECT {StatementRow.Columns} FROM statement INDEXED BY statement_by_time "
            + "WHERE thing_id = ?1 AND seq <= ?2 AND (seq, ordinal) < (?3, ?4) AND (?5 IS NULL OR term_id = ?5) "
            + "ORDER BY seq DESC, ordinal DESC LIMIT ?6");
        using (rows.Bind(1, of.Thing).Bind(2, Math.Min(last, seq)).Bind(3, seq).Bind(4, ordinal).Bind(6, query.Limit + 1))
        {
            _ = of.Term is { } term ? rows.Bind(5, term) : rows.BindNull(5);
            var items = new List<RecordedStatement>();
            while (rows.Step())
            {
                items.Add(StatementRow.Read(rows, database, _names));
            }

            return Pages.Of(items, query.Limit, s => string.Create(CultureInfo.InvariantCulture, $"{s.Assertion}.{s.Ordinal}"));
        }
    }

    private static (long Seq, long Ordinal) Cursor(string? cursor)
    {
        if (cursor is null)
        {
            return (long.MaxValue, long.MaxValue);
        }

        var parts = cursor.Split('.');
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var seq)
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            ? (seq, ordinal) : throw Pages.BadCursor(cursor);
    }
}
