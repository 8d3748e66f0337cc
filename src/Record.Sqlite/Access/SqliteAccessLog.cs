using Voltloop.Record.Log;
using Voltloop.Record.Policies;

namespace Voltloop.Record.Sqlite.Access;

/// <summary>
/// The access log in a table of the store: rows are only added. On a node that writes, entries share the commits of the one
/// writer; on any other they go over a connection of their own.
/// </summary>
/// <param name="connection">The connection of its own.</param>
/// <param name="write">Hands entries to the writer; gives <c>null</c> where there is none.</param>
internal sealed class SqliteAccessLog(AccessConnection connection, Func<IReadOnlyList<AccessEntry>, Task<long?>> write) : IAccessLog
{
    private const string Columns = "number, who, name, action, what, at, hash";

    public (long Number, string Hash) Head => connection.Use(database => new AccessTable(database).Head);

    public async Task<long> AppendAsync(IReadOnlyList<AccessEntry> entries, CancellationToken cancellation = default)
    {
        if (entries.Count == 0)
        {
            return Head.Number;
        }

        return await write(entries) ?? Append(entries);
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

    private long Append(IReadOnlyList<AccessEntry> entries)
    {
        var last = 0L;
        connection.Change(database => last = new AccessTable(database).Append(entries));
        return last;
    }
}
