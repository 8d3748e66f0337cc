using Voltloop.Core.Identities;
using Voltloop.Record.Policies;
using Voltloop.Record.Replication;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite.Access;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>Reads what was revised after it was first written.</summary>
internal sealed class RevisionReads(Database database)
{
    public const int OfAliases = 1;
    public const int OfSamples = 2;
    public const int OfAccounts = 3;
    public const int OfKeys = 4;

    public IReadOnlyList<(long Number, int Kind, long Row)> After(long number, int limit)
    {
        using var row = database.Get("SELECT number, kind, row FROM revision WHERE number > ?1 ORDER BY number LIMIT ?2").Bind(1, number).Bind(2, limit);
        var changes = new List<(long, int, long)>();
        while (row.Step())
        {
            changes.Add((row.Integer(0), (int)row.Integer(1), row.Integer(2)));
        }

        return changes;
    }

    public IEnumerable<long> Rows(IEnumerable<(long Number, int Kind, long Row)> changes, int kind) => changes.Where(change => change.Kind == kind).Select(change => change.Row);

    public IReadOnlyList<string> Aliases(long thing)
    {
        using var row = database.Get("SELECT text FROM alias WHERE thing_id = ?1 ORDER BY ordinal").Bind(1, thing);
        var aliases = new List<string>();
        while (row.Step())
        {
            aliases.Add(row.Text(0));
        }

        return aliases;
    }

    public ReplicatedSeries Series(long id)
    {
        using var row = database.Get("SELECT series.uri, thing.uri, title, source, samples FROM series JOIN thing ON thing.id = thing_id WHERE series.id = ?1").Bind(1, id);
        row.Step();
        var spec = new SeriesSpec(row.Text(0), ThingId.Parse(row.Text(1)), row.Text(2), Channels(id)) { Source = row.TextOrNull(3) };
        return new ReplicatedSeries(spec, row.Integer(4));
    }

    public ReplicatedKey Key(string id)
    {
        using var row = database.Get("SELECT public FROM signing_key WHERE name = ?1").Bind(1, id);
        return new ReplicatedKey(id, row.Step() ? row.Blob(0).ToArray() : []);
    }

    public IReadOnlyList<Account> AllAccounts() => All($"SELECT {SqliteAccountStore.AccountColumns} FROM account ORDER BY name", SqliteAccountStore.ReadAccount);

    public IReadOnlyList<ApiKey> AllKeys() => All($"SELECT {SqliteAccountStore.KeyColumns} FROM api_key ORDER BY id", SqliteAccountStore.ReadKey);

    private List<ChannelSpec> Channels(long series)
    {
        using var row = database.Get("SELECT name, unit FROM channel WHERE series_id = ?1 ORDER BY ordinal").Bind(1, series);
        var channels = new List<ChannelSpec>();
        while (row.Step())
        {
            channels.Add(new ChannelSpec(row.Text(0), row.Text(1)));
        }

        return channels;
    }

    private List<T> All<T>(string sql, Func<Query, T> read)
    {
        using var row = database.Get(sql);
        var all = new List<T>();
        while (row.Step())
        {
            all.Add(read(row));
        }

        return all;
    }
}
