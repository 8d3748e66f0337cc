using System.Globalization;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Things;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Reads things.</summary>
internal sealed class ThingReads(ReaderPool pool)
{
    private const string Columns = "thing.id, thing.uri, thing.kind, thing.label, model.uri";
    private const string From = "FROM thing LEFT JOIN thing AS model ON model.id = thing.model_id";

    // SQLite cannot reach every kind or text from one index; the kinds are few, so they are a list in the statement.
    private const string Rank = "CASE WHEN instr(thing.search, ?4) > 0 THEN 0 ELSE 1 END";

    public Thing? Find(ThingId id) => pool.ReadSnapshot(database =>
    {
        using var row = database.Get($"SELECT {Columns} {From} WHERE thing.uri = ?1").Bind(1, id.Value);
        return row.Step() ? ReadThing(row, database) : null;
    });

    public Page<Thing> List(ThingQuery query) => pool.ReadSnapshot(database =>
    {
        Pages.CheckLimit(query.Limit, ThingQuery.MaxLimit);
        var model = query.Model is { } id ? Lookup.Thing(database, id) : null;
        return query.Model is not null && model is null ? new Page<Thing>([], null) : List(database, query, model);
    });

    public IReadOnlyDictionary<ThingKind, long> Count() => pool.Read(database =>
    {
        using var row = database.Get("SELECT kind, count(*) FROM thing GROUP BY kind");
        var counts = new Dictionary<ThingKind, long>();
        while (row.Step())
        {
            counts.Add((ThingKind)row.Integer(0), row.Integer(1));
        }

        return counts;
    });

    private static Page<Thing> List(Database database, ThingQuery query, long? model)
    {
        var text = string.IsNullOrEmpty(query.Text) ? null : query.Text;
        var (rank, after) = Cursor(query.Cursor);
        using var rows = database.Get(Sql(query.Kinds, model is not null, text is not null));
        rows.Bind(1, rank).Bind(2, after).Bind(3, query.Limit + 1);
        _ = text is null ? rows : rows.Bind(4, SearchText.AtStart(text)).Bind(5, SearchText.Anywhere(text));
        _ = model is { } id ? rows.Bind(6, id) : rows;
        var items = new List<(Thing Thing, long Rank)>();
        while (rows.Step())
        {
            items.Add((ReadThing(rows, database), rows.Integer(5)));
        }

        var page = Pages.Of(items, query.Limit, i => string.Create(CultureInfo.InvariantCulture, $"{i.Rank}{i.Thing.Id.Value}"));
        return new Page<Thing>([.. page.Items.Select(i => i.Thing)], page.Next);
    }

    private static string Sql(IReadOnlyList<ThingKind> kinds, bool hasModel, bool hasText)
    {
        var sql = new StringBuilder($"SELECT {Columns}, {(hasText ? Rank : "0")} AS rank {From} WHERE ");
        sql.Append(hasText ? $"({Rank}, thing.uri) > (?1, ?2) AND instr(thing.search, ?5) > 0" : "?1 = 0 AND thing.uri > ?2");
        if (kinds.Count > 0)
        {
            sql.Append(CultureInfo.InvariantCulture, $" AND thing.kind IN ({string.Join(',', kinds.Select(k => (int)k).Distinct().Order())})");
        }

        sql.Append(hasModel ? " AND thing.model_id = ?6" : "");
        return sql.Append(hasText ? " ORDER BY rank, thing.uri LIMIT ?3" : " ORDER BY thing.uri LIMIT ?3").ToString();
    }

    private static (long Rank, string After) Cursor(string? cursor) => cursor switch
    {
        null => (0, ""),
        ['0' or '1', .. var after] => (cursor[0] - '0', after),
        _ => throw Pages.BadCursor(cursor),
    };

    private static Thing ReadThing(Query row, Database database)
    {
        var model = row.TextOrNull(4);
        return new Thing(ThingId.Parse(row.Text(1)), (ThingKind)row.Integer(2), row.Text(3), model is null ? null : ThingId.Parse(model))
        {
            Aliases = Aliases(database, row.Integer(0)),
        };
    }

    private static List<string> Aliases(Database database, long thing)
    {
        using var rows = database.Get("SELECT text FROM alias WHERE thing_id = ?1 ORDER BY ordinal").Bind(1, thing);
        var aliases = new List<string>();
        while (rows.Step())
        {
            aliases.Add(rows.Text(0));
        }

        return aliases;
    }
}
