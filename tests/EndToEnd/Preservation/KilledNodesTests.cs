using System.Diagnostics;
using System.Text.Json;

namespace Voltloop.Tests.EndToEnd.Preservation;

/// <summary>Two nodes in processes of their own; either is killed at random moments under load.</summary>
[Trait("Requirement", "18221-3")]
[Trait("Requirement", "LAW-10")]
public sealed class KilledNodesTests(ITestOutputHelper output) : IDisposable
{
    private const int KillsEach = 3;
    private const int Writers = 2;
    private const int Seed = 18221;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("voltloop-preserve-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_when_either_node_is_killed()
    {
        await using var primary = new ServedNode(At("primary"));
        await using var backup = new ServedNode(At("backup"));
        await primary.StartAsync();
        await FollowAsync(backup.Folder, primary.Url);
        await backup.StartAsync();
        await using var load = new Load(() => primary.Client, Writers);
        load.Start();
        var confirmed = await KillAsync(primary, backup);
        await Task.Delay(1000);
        await load.StopAsync();
        await ShouldBeEqualAsync(primary, backup);
        (await load.MissingAsync(primary.Client)).ShouldBeEmpty();
        (await load.MissingAsync(backup.Client)).ShouldBeEmpty();
        load.Acknowledged.Count.ShouldBeGreaterThan(2 * KillsEach);
        var status = await backup.StatusAsync();
        output.WriteLine($"seed {Seed}: {2 * KillsEach} kills, {load.Acknowledged.Count} acknowledged writes, none lost; entries confirmed before each kill {string.Join(' ', confirmed)}");
        output.WriteLine($"delay from recorded to durable at the back-up: {status.GetProperty("delays")}");
    }

    [Fact]
    public async Task A_backup_is_promoted_the_first_node_is_restored_from_it_and_takes_over_again()
    {
        var first = new ServedNode(At("first"));
        await using var second = new ServedNode(At("second"));
        await first.StartAsync();
        await FollowAsync(second.Folder, first.Url);
        await second.StartAsync();
        await using var load = new Load(() => first.Client, Writers);
        load.Start();
        await Task.Delay(1500);
        await load.StopAsync();
        await ShouldBeEqualAsync(first, second);
        await first.KillAsync();

        // The primary has gone: the back-up goes on with the log.
        using var refused = await second.Client.PostAsync("/api/v1/imports?name=x.json", new StringContent("{}"));
        (await PromoteAsync(second)).ShouldBe(204);
        await using var more = new Load(() => second.Client, Writers, from: 5000);
        more.Start();
        await Task.Delay(1000);
        await more.StopAsync();
        more.Acknowledged.ShouldNotBeEmpty();
        (await load.MissingAsync(second.Client)).ShouldBeEmpty();
        (await more.MissingAsync(second.Client)).ShouldBeEmpty();

        // The first node is restored from it, in a new folder, with its own keys.
        Directory.CreateDirectory(At("first again"));
        Directory.Move(Path.Combine(At("first"), "node"), Path.Combine(At("first again"), "node"));
        var restored = await RunAsync("restore", "--from", second.Url.ToString(), "--data", At("first again"), "--json");
        restored.GetProperty("equal").GetBoolean().ShouldBeTrue();
        restored.GetProperty("signedRoot").GetString().ShouldBe(restored.GetProperty("ownRoot").GetString());
        await using var again = new ServedNode(At("first again"));
        await again.StartAsync();
        await ShouldBeEqualAsync(second, again);

        // And back: the second node stops, the first one takes over, the second one follows.
        await second.KillAsync();
        (await PromoteAsync(again)).ShouldBe(204);
        await FollowAsync(second.Folder, again.Url);
        await second.StartAsync();
        await ShouldBeEqualAsync(again, second);
        (await load.MissingAsync(again.Client)).ShouldBeEmpty();
        (await more.MissingAsync(again.Client)).ShouldBeEmpty();
        output.WriteLine($"{load.Acknowledged.Count} + {more.Acknowledged.Count} writes survived promotion and return; root {restored.GetProperty("ownRoot")} proven equal at {restored.GetProperty("entries")} entries");
    }

    [Fact]
    public async Task A_first_node_with_writes_that_nobody_else_has_is_refused_and_keeps_them()
    {
        await using var first = new ServedNode(At("first"));
        await using var second = new ServedNode(At("second"));
        await first.StartAsync();
        await WriteAsync(first, from: 0);
        await FollowAsync(second.Folder, first.Url);
        await WriteAsync(first, from: 1000);
        await first.KillAsync();
        await second.StartAsync();
        (await PromoteAsync(second)).ShouldBe(204);
        var refused = await CommandLineAsync("follow", second.Url.ToString(), "--data", first.Folder);
        refused.ExitCode.ShouldBe(4);
        refused.Errors.ShouldContain("log-diverged");
        await first.StartAsync();
        (await first.StatusAsync()).GetProperty("role").GetString().ShouldBe("primary");
    }

    private async Task<List<long>> KillAsync(ServedNode primary, ServedNode backup)
    {
        var (chance, confirmed) = (new Random(Seed), new List<long>());
        var order = Enumerable.Range(0, 2 * KillsEach).Select(i => i % 2 == 0).OrderBy(_ => chance.Next()).ToList();
        foreach (var isPrimary in order)
        {
            await Task.Delay(chance.Next(200, 900));
            var before = await backup.LogAsync();
            var victim = isPrimary ? primary : backup;
            await victim.KillAsync();
            await victim.StartAsync();
            (await backup.LogAsync()).Entries.ShouldBeGreaterThanOrEqualTo(before.Entries);
            confirmed.Add(before.Entries);
        }

        return confirmed;
    }

    private static async Task ShouldBeEqualAsync(ServedNode primary, ServedNode backup)
    {
        var expected = await primary.LogAsync();
        var clock = Stopwatch.StartNew();
        while ((await backup.LogAsync()).Entries < expected.Entries && clock.Elapsed < Patience)
        {
            await Task.Delay(50);
        }

        (await backup.LogAsync()).ShouldBe(expected, (await backup.StatusAsync()).ToString());
    }

    private static async Task<int> PromoteAsync(ServedNode node)
    {
        using var body = new StringContent("""{"because":"a test","force":true}""", System.Text.Encoding.UTF8, "application/json");
        using var answer = await node.Client.PostAsync("/api/v1/preservation/promotion", body);
        return (int)answer.StatusCode;
    }

    private static async Task WriteAsync(ServedNode node, int from)
    {
        await using var load = new Load(() => node.Client, 1, from);
        load.Start();
        while (load.Acknowledged.Count < 3)
        {
            await Task.Delay(20);
        }
    }

    private static async Task FollowAsync(string folder, Uri primary)
    {
        var report = await RunAsync("follow", primary.ToString(), "--data", folder, "--json");
        report.GetProperty("equal").GetBoolean().ShouldBeTrue();
    }

    private static async Task<JsonElement> RunAsync(params string[] arguments)
    {
        var (exitCode, standard, errors) = await CommandLineAsync(arguments);
        exitCode.ShouldBe(0, errors);
        return JsonSerializer.Deserialize<JsonElement>(standard);
    }

    private static async Task<(int ExitCode, string Output, string Errors)> CommandLineAsync(params string[] arguments)
    {
        using var process = CommandLine.Voltloop.Start(arguments);
        var (standard, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timeout = new CancellationTokenSource(Patience);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await standard, await errors);
    }

    private string At(string name) => Path.Combine(_folder.FullName, name);
}
