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
    private const int HalfColumn = 5;
    private const string Joined = "LEFT JOIN thing AS model ON model.id = thing.model_id";

    private volatile Counted _counted = new(0, []);

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

    // Things are only ever added, so that what was counted once is not counted again.
    public IReadOnlyDictionary<ThingKind, long> Count() => pool.ReadSnapshot(database =>
    {
        var (known, last) = (_counted, database.Integer("SELECT max(id) FROM thing"));
        if (known.Last == last)
        {
            return known.Counts;
        }

        known = known.Last < last ? known : new Counted(0, []);
        var counts = new Dictionary<ThingKind, long>(known.Counts);
        using var row = database.Get("SELECT kind, count(*) FROM thing WHERE id > ?1 GROUP BY kind").Bind(1, known.Last);
        while (row.Step())
        {
            counts[(ThingKind)row.Integer(0)] = counts.GetValueOrDefault((ThingKind)row.Integer(0)) + row.Integer(1);
        }

        _counted = new Counted(last, counts);
        return counts;
    });

    // What begins with the text comes before what only contains it; each half is ordered by identifier.
    private static Page<Thing> List(Database database, ThingQuery query, long? model)
    {
        var after = Cursor(query.Cursor);
        var items = new List<(Thing Thing, long Half)>();
        var searches = string.IsNullOrEmpty(query.Text) ? new ThingSearch?[1] : ThingSearch.Plan(database, query.Text);
        // With one search for each half, those of halves that were read before are left out.
        for (var half = searches.Length > 1 ? after.Half : 0; half < searches.Length && items.Count <= query.Limit; half++, after = (half, ""))
        {
            items.AddRange(Read(database, new ThingListing(query, model, after, query.Limit + 1 - items.Count) { Search = searches[half] }));
        }

        var page = Pages.Of(items, query.Limit, i => string.Create(CultureInfo.InvariantCulture, $"{i.Half}{i.Thing.Id.Value}"));
        return new Page<Thing>([.. page.Items.Select(i => i.Thing)], page.Next);
    }

    private static List<(Thing Thing, long Half)> Read(Database database, ThingListing listing)
    {
        using var rows = listing.Bind(database.Get($"SELECT {Columns}, {listing.Half} {listing.From} {Joined} WHERE {listing.Where} ORDER BY {listing.Order} LIMIT ?3"));
        var things = new List<(Thing, long)>();
        while (rows.Step())
        {
            things.Add((ReadThing(rows, database), rows.Integer(HalfColumn)));
        }

        return things;
    }

    private static (long Half, string Id) Cursor(string? cursor) => cursor switch
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

    private sealed record Counted(long Last, Dictionary<ThingKind, long> Counts);
}
