using System.Globalization;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Things;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Reads things.</summary>
internal sealed class ThingReads(ReaderPool pool)
{
    private const string Columns = "thing.id, thing.uri, thing.kind, thing.label, model.uri";
    private const string Joined = "LEFT JOIN thing AS model ON model.id = thing.model_id";

    public Thing? Find(ThingId id) => pool.ReadSnapshot(database =>
    {
        using var row = database.Get($"SELECT {Columns} FROM thing {Joined} WHERE thing.uri = ?1").Bind(1, id.Value);
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

    // What begins with the text comes before what only contains it; each half is ordered by identifier.
    private static Page<Thing> List(Database database, ThingQuery query, long? model)
    {
        var (half, after) = Cursor(query.Cursor);
        var items = new List<(Thing Thing, long Half)>();
        ThingSearch?[] halves = [null];
        if (!string.IsNullOrEmpty(query.Text))
        {
            var plan = ThingSearch.Plan(database, query.Text);
            halves = [plan.Beginning, plan.Containing];
        }

        for (; half < halves.Length && items.Count <= query.Limit; half++, after = "")
        {
            var (listing, place) = (new ThingListing(query, model, after, query.Limit + 1 - items.Count) { Search = halves[half] }, half);
            items.AddRange(Read(database, listing).Select(thing => (thing, place)));
        }

        var page = Pages.Of(items, query.Limit, i => string.Create(CultureInfo.InvariantCulture, $"{i.Half}{i.Thing.Id.Value}"));
        return new Page<Thing>([.. page.Items.Select(i => i.Thing)], page.Next);
    }

    private static List<Thing> Read(Database database, ThingListing listing)
    {
        using var rows = listing.Bind(database.Get($"SELECT {Columns} {listing.From} {Joined} WHERE {listing.Where} ORDER BY thing.uri LIMIT ?3"));
        var things = new List<Thing>();
        while (rows.Step())
        {
            things.Add(ReadThing(rows, database));
        }

        return things;
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
