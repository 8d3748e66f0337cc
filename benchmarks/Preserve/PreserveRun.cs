using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Voltloop.Bench.Preserve;

/// <summary>
/// <c>./bench preserve [KILLS] [SEED]</c>: two nodes in processes of their own on loopback. First the lag without and with load,
/// then kills of either at random moments under load; at the end every acknowledged write is looked for on both.
/// </summary>
internal sealed class PreserveRun(int kills, int seed)
{
    private const int Writers = 4;
    private const int QuietWrites = 100;

    private static readonly TimeSpan UnderLoad = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    public async Task<int> RunAsync()
    {
        using var folder = new Folder();
        await using var primary = new ServedHouse(Path.Combine(folder.Path, "primary"));
        await using var backup = new ServedHouse(Path.Combine(folder.Path, "backup"));
        await primary.StartAsync();
        await ServedHouse.RunAsync("follow", primary.Url, "--data", backup.Directory);
        await backup.StartAsync();
        var load = new BenchLoad(() => primary.Client);
        await QuietAsync(load, backup);
        await LoadedAsync(load, primary, backup);
        await KillAsync(load, primary, backup);
        return await JudgeAsync(load, primary, backup);
    }

    private static async Task QuietAsync(BenchLoad load, ServedHouse backup)
    {
        for (var i = 0; i < QuietWrites; i++)
        {
            await load.WriteOneAsync();
            await Task.Delay(50);
        }

        await Task.Delay(500);
        Console.WriteLine($"one write each 50 ms, {QuietWrites} writes: delay from recorded to durable at the back-up {await DelaysAsync(backup)}");
    }

    private static async Task LoadedAsync(BenchLoad load, ServedHouse primary, ServedHouse backup)
    {
        // A fresh process forgets the delays measured before.
        await backup.KillAsync();
        await backup.StartAsync();
        await CatchUpAsync(primary, backup);
        var (before, clock, greatest) = (load.Acknowledged, Stopwatch.StartNew(), 0L);
        load.Start(Writers);
        while (clock.Elapsed < UnderLoad)
        {
            greatest = Math.Max(greatest, await EntriesAsync(primary) - await EntriesAsync(backup));
            await Task.Delay(100);
        }

        await load.StopAsync();
        var seconds = clock.Elapsed.TotalSeconds;
        await CatchUpAsync(primary, backup);
        var delays = await DelaysAsync(backup);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Writers} writers over HTTP for {seconds:N0} s: {(load.Acknowledged - before) / seconds:N0} acknowledged imports/s, at most {greatest} entries behind, delay {delays}"));
    }

    private async Task KillAsync(BenchLoad load, ServedHouse primary, ServedHouse backup)
    {
        var chance = new Random(seed);
        load.Start(Writers);
        for (var i = 0; i < kills; i++)
        {
            await Task.Delay(chance.Next(100, 1500));
            var victim = chance.Next(2) == 0 ? primary : backup;
            await victim.KillAsync();
            await victim.StartAsync();
        }

        await load.StopAsync();
    }

    private async Task<int> JudgeAsync(BenchLoad load, ServedHouse primary, ServedHouse backup)
    {
        var clock = Stopwatch.StartNew();
        await CatchUpAsync(primary, backup);
        var (there, here) = (await LogAsync(primary), await LogAsync(backup));
        var lost = await load.MissingAsync(primary.Client) + await load.MissingAsync(backup.Client);
        var isEqual = there == here;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{kills} kills (seed {seed}) under {Writers} writers: {load.Acknowledged} acknowledged writes, {lost} lost; caught up {clock.Elapsed.TotalSeconds:N1} s after the last; {there.Entries} entries, roots {(isEqual ? "equal" : "DIFFERENT")}: {there.Root}"));
        return lost == 0 && isEqual ? 0 : 1;
    }

    private static async Task CatchUpAsync(ServedHouse primary, ServedHouse backup)
    {
        var expected = await EntriesAsync(primary);
        for (var clock = Stopwatch.StartNew(); await EntriesAsync(backup) < expected; await Task.Delay(20))
        {
            if (clock.Elapsed > Patience) throw new TimeoutException($"The back-up does not catch up: {await StatusAsync(backup)}");
        }
    }

    private static async Task<JsonElement> StatusAsync(ServedHouse node) => JsonSerializer.Deserialize<JsonElement>(await node.Client.GetStringAsync("/api/v1/preservation"));

    private static async Task<long> EntriesAsync(ServedHouse node) => (await LogAsync(node)).Entries;

    private static async Task<(long Entries, string? Root)> LogAsync(ServedHouse node)
    {
        var status = await StatusAsync(node);
        return (status.GetProperty("entries").GetInt64(), status.GetProperty("root").GetString());
    }

    private static async Task<string> DelaysAsync(ServedHouse backup)
    {
        var delays = (await StatusAsync(backup)).GetProperty("delays");
        return delays.ValueKind == JsonValueKind.Null ? "none" : string.Create(
            CultureInfo.InvariantCulture,
            $"median {delays.GetProperty("medianMilliseconds").GetDouble():N0} ms, 99 % {delays.GetProperty("p99Milliseconds").GetDouble():N0} ms, max {delays.GetProperty("maxMilliseconds").GetDouble():N0} ms ({delays.GetProperty("pages").GetInt32()} pages)");
    }
}
