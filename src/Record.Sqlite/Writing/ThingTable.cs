using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Things;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Registers things and finds their row numbers.</summary>
internal sealed class ThingTable(Database database)
{
    private const int MaxRemembered = 200_000;

    private readonly Dictionary<string, long> _ids = new(StringComparer.Ordinal);

    /// <summary>Registers things, those without a model first, so that a model may stand anywhere in the batch.</summary>
    /// <returns>How many were new.</returns>
    public int Register(IReadOnlyList<Thing> things) =>
        things.Where(t => t.Model is null).Count(Register) + things.Where(t => t.Model is not null).Count(Register);

    /// <summary>Row number of a thing.</summary>
    /// <exception cref="ProblemException"><see cref="RecordProblems.UnknownThing"/>.</exception>
    public long IdOf(ThingId thing) => TryFind(thing.Value) ?? throw new ProblemException(
        RecordProblems.UnknownThing, $"{thing} is not in the record.", null, "Register the thing in the same batch or before.");

    public void Forget() => _ids.Clear();

    private bool Register(Thing thing)
    {
        var model = thing.Model is { } id ? ModelId(id) : (long?)null;
        if (TryFind(thing.Id.Value) is { } row)
        {
            if (CheckSame(row, thing, model)) Adopt(row, model!.Value);
            AddAliases(row, thing.Aliases);
            return false;
        }

        Add(thing, model);
        return true;
    }

    private long ModelId(ThingId model)
    {
        var id = IdOf(model);
        using var query = database.Get("SELECT kind FROM thing WHERE id = ?1").Bind(1, id);
        query.Step();
        return query.Integer(0) == (long)ThingKind.Model
            ? id
            : throw new ProblemException(CommonProblems.Conflict, $"{model} is in the record, but not as a model.");
    }

    private long? TryFind(string uri)
    {
        if (_ids.TryGetValue(uri, out var id))
        {
            return id;
        }

        using var query = database.Get("SELECT id FROM thing WHERE uri = ?1").Bind(1, uri);
        return query.Step() ? Remember(uri, query.Integer(0)) : null;
    }

    private long Remember(string uri, long id)
    {
        if (_ids.Count >= MaxRemembered)
        {
            _ids.Clear();
        }

        return _ids[uri] = id;
    }

    private void Add(Thing thing, long? model)
    {
        var aliases = thing.Aliases.Distinct(StringComparer.Ordinal).ToList();
        CheckCount(aliases.Count);
        var search = SearchText.Of(thing.Id.Value, thing.Label, aliases);
        var row = Insert(thing, model, search);
        for (var ordinal = 0; ordinal < aliases.Count; ordinal++)
        {
            AddAlias(row, ordinal, aliases[ordinal]);
        }

        Index(row, search);
    }

    private long Insert(Thing thing, long? model, string search)
    {
        using var query = database.Get("INSERT INTO thing (uri, kind, model_id, label, search) VALUES (?1, ?2, ?3, ?4, ?5) RETURNING id");
        query.Bind(1, thing.Id.Value).Bind(2, (long)thing.Kind).Bind(4, thing.Label).Bind(5, search);
        _ = model is { } id ? query.Bind(3, id) : query.BindNull(3);
        query.Step();
        return Remember(thing.Id.Value, query.Integer(0));
    }

    // The search column stands here for the trigger that tells back-ups of a changed thing.
    private void Adopt(long row, long model) => database.Get("UPDATE thing SET model_id = ?2, search = search WHERE id = ?1").Bind(1, row).Bind(2, model).Run();

    // True when the thing has no model yet and is given one.
    private bool CheckSame(long row, Thing thing, long? model)
    {
        using var query = database.Get("SELECT kind, model_id FROM thing WHERE id = ?1").Bind(1, row);
        query.Step();
        var kind = (ThingKind)query.Integer(0);
        if (kind != thing.Kind)
        {
            throw new ProblemException(CommonProblems.Conflict, $"{thing.Id} is in the record as {kind}, not as {thing.Kind}.");
        }

        long? known = query.IsNull(1) ? null : query.Integer(1);
        if (known is not null && known != model)
        {
            throw new ProblemException(CommonProblems.Conflict, $"{thing.Id} is in the record with another model than {thing.Model?.Value ?? "none"}.");
        }

        return known is null && model is not null;
    }

    private void AddAliases(long row, IReadOnlyList<string> aliases)
    {
        if (aliases.Count == 0)
        {
            return;
        }

        var known = Aliases(row);
        var before = known.Count;
        foreach (var alias in aliases.Where(a => !known.Contains(a, StringComparer.Ordinal)).Distinct(StringComparer.Ordinal).ToList())
        {
            AddAlias(row, known.Count, alias);
            known.Add(alias);
        }

        CheckCount(known.Count);
        if (known.Count > before)
        {
            UpdateSearch(row, known);
        }
    }

    private void AddAlias(long row, int ordinal, string alias) =>
        database.Get("INSERT INTO alias (thing_id, ordinal, text) VALUES (?1, ?2, ?3)").Bind(1, row).Bind(2, ordinal).Bind(3, alias).Run();

    private static void CheckCount(int aliases)
    {
        if (aliases > WriteLimits.MaxAliases)
        {
            throw new ProblemException(CommonProblems.LimitExceeded, $"{aliases} aliases of a thing; at most {WriteLimits.MaxAliases} are accepted.");
        }
    }

    private void Index(long row, string search) =>
        database.Get("INSERT INTO thing_text (rowid, search) VALUES (?1, ?2)").Bind(1, row).Bind(2, search).Run();

    // The index holds no text, so it has to be told what it forgets.
    private void Unindex(long row, string search) =>
        database.Get("INSERT INTO thing_text (thing_text, rowid, search) VALUES ('delete', ?1, ?2)").Bind(1, row).Bind(2, search).Run();

    private List<string> Aliases(long row)
    {
        using var query = database.Get("SELECT text FROM alias WHERE thing_id = ?1 ORDER BY ordinal").Bind(1, row);
        var aliases = new List<string>();
        while (query.Step())
        {
            aliases.Add(query.Text(0));
        }

        return aliases;
    }

    private void UpdateSearch(long row, List<string> aliases)
    {
        string search, before;
        using (var query = database.Get("SELECT uri, label, search FROM thing WHERE id = ?1").Bind(1, row))
        {
            query.Step();
            search = SearchText.Of(query.Text(0), query.Text(1), aliases);
            before = query.Text(2);
        }

        database.Get("UPDATE thing SET search = ?2 WHERE id = ?1").Bind(1, row).Bind(2, search).Run();
        Unindex(row, before);
        Index(row, search);
    }
}
