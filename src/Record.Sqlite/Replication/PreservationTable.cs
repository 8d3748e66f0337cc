using System.Text.Json;
using Voltloop.Record.Replication;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Replication;

/// <summary>Keeps role and progress of the node in the store, in the transaction of what it speaks of.</summary>
internal static class PreservationTable
{
    public static ReplicaState Read(Database database)
    {
        using var row = database.Get("SELECT state FROM preservation");
        return row.Step() ? JsonSerializer.Deserialize<ReplicaState>(row.Text(0)) ?? ReplicaState.Alone : ReplicaState.Alone;
    }

    public static void Write(Database database, ReplicaState state) =>
        database.Get("INSERT OR REPLACE INTO preservation (id, state) VALUES (1, ?1)").Bind(1, JsonSerializer.Serialize(state)).Run();
}
