using System.Globalization;
using Voltloop.Record.Sqlite;
using Voltloop.Tests.CrashHost;

// Writes batches in bulk and says each acknowledged one on standard output, until it is killed.
var directory = args[0];
var next = args[1].Split(',').Select(n => int.Parse(n, CultureInfo.InvariantCulture)).ToArray();
await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory });
await Task.WhenAll(Enumerable.Range(0, CrashBatch.Lanes).Select(lane => Task.Run(() => WriteLane(next[lane]))));

async Task WriteLane(int number)
{
    for (; ; number += CrashBatch.Lanes)
    {
        await record.WriteAsync(CrashBatch.Of(number));
        Console.Out.WriteLine($"{number};");
    }
}
