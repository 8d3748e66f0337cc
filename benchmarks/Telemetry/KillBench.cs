using System.Globalization;
using Voltloop.Tests.EndToEnd.Broker;

namespace Voltloop.Bench.Telemetry;

/// <summary><c>./bench telemetry-kills [KILLS] [SEED]</c>: kills worker and broker in turn, and counts what is lost or doubled.</summary>
internal static class KillBench
{
    /// <summary>Runs.</summary>
    /// <returns>1 when an acknowledged sample was lost or counted twice.</returns>
    public static async Task<int> RunAsync(int kills, int seed)
    {
        if (RabbitServer.Missing is { } missing)
        {
            await Console.Error.WriteLineAsync(missing);
            return 2;
        }

        await using var broker = await RabbitServer.BeginAsync();
        await using var run = new KillRun(broker, seed);
        await run.RunAsync(kills, Console.Error.WriteLine);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"telemetry-kills: worker and broker killed {kills} times each, seed {seed}: {run.Confirmed} messages acknowledged, {run.Published} published; {run.Lost} samples lost, {run.Doubled} doubled"));
        return run.Lost == 0 && run.Doubled == 0 ? 0 : 1;
    }
}
