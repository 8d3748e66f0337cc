using Voltloop.Record.Log;
using Voltloop.Record.Policies;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Access;

/// <summary>Appends to the access log inside an open transaction. The head is read each time: another process may have appended.</summary>
internal sealed class AccessTable(Database database)
{
    private const string Insert = "INSERT INTO access_log (number, who, name, action, what, at, hash) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";

    /// <summary>Number and hash of the newest entry.</summary>
    public (long Number, string Hash) Head
    {
        get
        {
            using var row = database.Get("SELECT number, hash FROM access_log ORDER BY number DESC LIMIT 1");
            return row.Step() ? (row.Integer(0), row.Text(1)) : (0, AccessChain.Start);
        }
    }

    /// <returns>Number of the newest entry.</returns>
    public long Append(IReadOnlyList<AccessEntry> entries)
    {
        var (number, hash) = Head;
        foreach (var entry in entries)
        {
            hash = AccessChain.Hash(hash, entry);
            database.Get(Insert).Bind(1, ++number).Bind(2, entry.Who).Bind(3, entry.Name).Bind(4, entry.Action).Bind(5, entry.What)
                .Bind(6, RecordTime.ToMicroseconds(entry.At)).Bind(7, hash).Run();
        }

        return number;
    }
}
