using System.Globalization;
using System.Text.Json;
using Voltloop.Tests.EndToEnd.Preservation;

namespace Voltloop.Tests.EndToEnd.Tracing;

/// <summary>
/// A server that captures, answers and writes its lineage index anew all the time is killed at random moments. VOLTLOOP_KILLS
/// says how often, for a longer run.
/// </summary>
public sealed class KilledLineageTests(ITestOutputHelper output) : IDisposable
{
    private const int UsualKills = 4;
    private const int Seed = 20261122;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-killed-");

    public void Dispose()
    {
        _folder.Delete(recursive: true);
        Environment.SetEnvironmentVariable("Tracing__Lineage__SmallestDelta", null);
        Environment.SetEnvironmentVariable("Tracing__Lineage__LargestShare", null);
    }

    [Fact]
    public async Task No_acknowledged_event_is_lost_and_the_index_equals_a_fresh_build_after_kills_in_capture_and_merge()
    {
        // A new base every hundred edges, so that there is nearly always one being written.
        Environment.SetEnvironmentVariable("Tracing__Lineage__SmallestDelta", "100");
        Environment.SetEnvironmentVariable("Tracing__Lineage__LargestShare", "0");
        var kills = int.TryParse(Environment.GetEnvironmentVariable("VOLTLOOP_KILLS"), CultureInfo.InvariantCulture, out var wanted) ? wanted : UsualKills;
        var (random, halfWritten) = (new Random(Seed), 0);
        await using var server = new ServedNode(Path.Combine(_folder.FullName, "store"));
        await server.StartAsync();
        var load = new CaptureLoad(() => server.Client, Seed);
        load.Start(writers: 2, readers: 2);
        for (var kill = 0; kill < kills; kill++)
        {
            await Task.Delay(random.Next(300, 1200));
            await server.KillAsync();
            halfWritten += Files("*.tmp").Length > 0 ? 1 : 0;
            await server.StartAsync();
        }

        await Task.Delay(500);
        await load.StopAsync();
        foreach (var pack in load.Acknowledged) (await load.PartsAsync(pack)).ShouldBe(CaptureLoad.Cells - 1, $"pack {pack}");
        load.Wrong.ShouldBeEmpty();
        var status = await StatusAsync(server);
        await server.KillAsync();
        Files("*.lineage").ShouldNotBeEmpty();
        await ShouldEqualAFreshBuildAsync(server.Folder, load.Acknowledged.Count);
        output.WriteLine($"seed {Seed}: {kills} kills, {halfWritten} while a base was being written; {load.Acknowledged.Count} acknowledged documents, none lost; {status}");
    }

    private static async Task<JsonElement> StatusAsync(ServedNode server) =>
        JsonSerializer.Deserialize<JsonElement>(await server.Client.GetStringAsync("/api/v1/lineage/index"));

    private static async Task ShouldEqualAFreshBuildAsync(string directory, int documents)
    {
        using var process = CommandLine.Voltloop.Start(["trace", "--verify", "--json", "--data", directory]);
        var (said, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, await errors);
        var verification = JsonSerializer.Deserialize<JsonElement>(await said).GetProperty("verification");
        verification.GetProperty("isEqual").GetBoolean().ShouldBeTrue();
        verification.GetProperty("edges").GetInt32().ShouldBeGreaterThanOrEqualTo(documents * CaptureLoad.Cells);
    }

    private string[] Files(string pattern) =>
        Path.Combine(_folder.FullName, "store", "lineage") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, pattern) : [];
}
