using Voltloop.Record.Replication;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>How much the store has of each kind.</summary>
internal static class Heads
{
    public static ChangeCursor Read(Database database) => new(
        database.Integer("SELECT coalesce(max(id), 0) FROM thing"),
        database.Integer("SELECT coalesce(max(number), 0) FROM revision"),
        database.Integer("SELECT coalesce(max(id), 0) FROM document"),
        database.Integer("SELECT coalesce(max(seq), 0) FROM assertion"));
}
