using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using Voltloop.Record.Ports;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Sqlite.Operations;
using Voltloop.Tests.Compliance.Model;
using Voltloop.Tests.CrashHost;

namespace Voltloop.Tests.Compliance.Sqlite;

/// <summary>A process that writes in bulk is killed at random moments; nothing it had acknowledged may be missing.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int Stores = 5;
    private const int KillsPerStore = 10;
    private const int Seed = 20261122;

    [Fact]
    public async Task Every_acknowledged_write_survives_fifty_kills_and_nothing_is_half_written()
    {
        output.WriteLine($"Seed {Seed}");
        var random = new Random(Seed);
        var acknowledged = 0;
        for (var store = 0; store < Stores; store++)
        {
            using var folder = new TempFolder();
            var next = Enumerable.Range(0, CrashBatch.Lanes).ToArray();
            for (var kill = 0; kill < KillsPerStore; kill++)
            {
                var acks = await WriteUntilKilled(folder.Path, next, random.Next(100, 600));
                acks.ShouldNotBeEmpty();
                acknowledged += acks.Count;
                next = await Verify(folder.Path, acks);
            }
        }

        output.WriteLine($"{acknowledged} acknowledged batches, {Stores * KillsPerStore} kills");
    }

    private static async Task<List<int>> WriteUntilKilled(string directory, int[] next, int milliseconds)
    {
        var host = Path.Combine(AppContext.BaseDirectory, "Voltloop.Tests.CrashHost.dll");
        using var process = Process.Start(new ProcessStartInfo("dotnet", [host, directory, string.Join(',', next)]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var acks = new List<int>();
        try
        {
            Read(acks, await process.StandardOutput.ReadLineAsync());
            var rest = ReadAll(process.StandardOutput, acks);
            await Task.Delay(milliseconds);
            process.Kill();
            await rest;
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        return acks;
    }

    private static async Task ReadAll(StreamReader reader, List<int> acks)
    {
        while (await reader.ReadLineAsync() is { } line)
        {
            Read(acks, line);
        }
    }

    // A line without its end was cut off by the kill and says nothing.
    private static void Read(List<int> acks, string? line)
    {
        if (line is [.., ';'])
        {
            acks.Add(int.Parse(line.AsSpan(0, line.Length - 1), CultureInfo.InvariantCulture));
        }
    }

    private static async Task<int[]> Verify(string directory, List<int> acks)
    {
        await using var record = SqliteRecord.Open(new SqliteRecordOptions { Directory = directory });
        var report = await record.ExamineAsync(new DoctorOptions());
        report.Faults.ShouldBeEmpty();
        var next = new int[CrashBatch.Lanes];
        for (var lane = 0; lane < next.Length; lane++)
        {
            next[lane] = await VerifyLane(record, lane, acks.Where(a => a % CrashBatch.Lanes == lane));
        }

        return next;
    }

    private static async Task<int> VerifyLane(SqliteRecord record, int lane, IEnumerable<int> acks)
    {
        var present = await Present(record, lane);
        acks.Except(present).ShouldBeEmpty();
        var info = await record.FindSeriesAsync(CrashBatch.Series(lane));
        (info?.Samples ?? 0).ShouldBe((long)present.Count * CrashBatch.RowsPerBatch);
        foreach (var number in present.TakeLast(20))
        {
            var hash = Convert.ToHexStringLower(SHA256.HashData(CrashBatch.Document(number)));
            (await record.FindDocumentAsync(hash)).ShouldNotBeNull();
        }

        return lane + (present.Count * CrashBatch.Lanes);
    }

    // Batches that are there, each complete; their numbers must have no gap, because a lane writes one after the other.
    private static async Task<List<int>> Present(SqliteRecord record, int lane)
    {
        var counts = new SortedDictionary<int, int>();
        for (string? cursor = ""; cursor is not null;)
        {
            var page = await record.ReadHistoryAsync(new HistoryQuery(CrashBatch.Cell(lane)) { Limit = 10_000, Cursor = cursor.Length == 0 ? null : cursor });
            foreach (var statement in page.Items)
            {
                var number = (int)statement.Statement.Value.AsNumber()!.Value;
                statement.Issuer.ShouldBe(CrashBatch.Issuer(number));
                counts[number] = counts.GetValueOrDefault(number) + 1;
            }

            cursor = page.Next;
        }

        counts.ShouldAllBe(c => c.Value == CrashBatch.StatementCount(c.Key));
        counts.Keys.ShouldBe(Enumerable.Range(0, counts.Count).Select(i => lane + (i * CrashBatch.Lanes)));
        return [.. counts.Keys];
    }
}
