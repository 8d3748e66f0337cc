using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Access;

/// <summary>The access log in a table of the store: rows are only added.</summary>
internal sealed class SqliteAccessLog(AccessConnection connection) : IAccessLog
{
    private const string Columns = "number, who, name, action, what, at, hash";

    public (long Number, string Hash) Head => connection.Use(HeadOf);

    public Task AppendAsync(IReadOnlyList<AccessEntry> entries, CancellationToken cancellation = default)
    {
        if (entries.Count > 0)
        {
            connection.Change(database => Append(database, entries));
        }

        return Task.CompletedTask;
    }

    public IReadOnlyList<LoggedAccess> Read(long from, int limit) => connection.Use(database =>
    {
        using var row = database.Get($"SELECT {Columns} FROM access_log WHERE number >= ?1 ORDER BY number LIMIT ?2").Bind(1, from).Bind(2, limit);
        var entries = new List<LoggedAccess>();
        while (row.Step())
        {
            var entry = new AccessEntry(row.Text(1), row.Text(2), row.Text(3), row.Text(4), RecordTime.FromMicroseconds(row.Integer(5)));
            entries.Add(new LoggedAccess(row.Integer(0), entry, row.Text(6)));
        }

        return (IReadOnlyList<LoggedAccess>)entries;
    });

    private static void Append(Database database, IReadOnlyList<AccessEntry> entries)
    {
        var (number, hash) = HeadOf(database);
        foreach (var entry in entries)
        {
            hash = AccessChain.Hash(hash, entry);
            database.Get($"INSERT INTO access_log ({Columns}) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
                .Bind(1, ++number).Bind(2, entry.Who).Bind(3, entry.Name).Bind(4, entry.Action).Bind(5, entry.What)
                .Bind(6, RecordTime.ToMicroseconds(entry.At)).Bind(7, hash).Run();
        }
    }

    private static (long Number, string Hash) HeadOf(Database database)
    {
        using var row = database.Get("SELECT number, hash FROM access_log ORDER BY number DESC LIMIT 1");
        return row.Step() ? (row.Integer(0), row.Text(1)) : (0, AccessChain.Start);
    }
}
