using System.Globalization;
using Voltloop.Core.Identities;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite.Engine;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Record.Sqlite.Operations;

/// <summary>Writes single updates to a store of its own on the same disk, and counts what they took.</summary>
internal static class UpdateProbe
{
    /// <summary>Updates before the count begins, so that code is compiled and the file has its first pages.</summary>
    private const int WarmUp = 20;

    private static readonly ThingId Battery = ThingId.Parse("https://probe.invalid/battery");

    public static async Task<UpdateEffort> RunAsync(string scratch, int updates, TimeProvider time, CancellationToken cancellation)
    {
        try
        {
            var options = new SqliteRecordOptions { Directory = scratch, Time = time, Vfs = CountingFiles.Name };
            await using var record = SqliteRecord.Open(options);
            await record.WriteAsync(new WriteBatch { Things = [new Thing(Battery, ThingKind.Battery, "Probe")] }, cancellation);
            await WriteAsync(record, WarmUp, time, cancellation);
            return await CountAsync(record, updates, time, cancellation);
        }
        finally
        {
            Directory.Delete(scratch, recursive: true);
        }
    }

    private static async Task<UpdateEffort> CountAsync(SqliteRecord record, int updates, TimeProvider time, CancellationToken cancellation)
    {
        var (pages, syncs, cpu, began) = (UsedBytes(record), CountingFiles.Syncs, Environment.CpuUsage.TotalTime, time.GetTimestamp());
        await WriteAsync(record, updates, time, cancellation);
        var (took, used, asked) = (time.GetElapsedTime(began), Environment.CpuUsage.TotalTime - cpu, CountingFiles.Syncs - syncs);
        return new UpdateEffort(updates, used.TotalSeconds, took.TotalSeconds, CountingFiles.Name is null ? null : asked, UsedBytes(record) - pages);
    }

    private static async Task WriteAsync(SqliteRecord record, int updates, TimeProvider time, CancellationToken cancellation)
    {
        for (var i = 0; i < updates; i++)
        {
            var value = StatementValue.Of(Math.Round(100 - i % 1000 / 20.0, 2));
            var statement = new Statement(Battery, "stateOfCharge", value, time.GetUtcNow()) { Unit = "%" };
            await record.WriteAsync(new WriteBatch { Assertions = [new Assertion("urn:voltloop:probe", [statement])] }, cancellation);
        }
    }

    private static long UsedBytes(SqliteRecord record)
    {
        using var database = Database.OpenForReading(record.FilePath);
        return (database.Integer("PRAGMA page_count") - database.Integer("PRAGMA freelist_count")) * database.Integer("PRAGMA page_size");
    }
}
