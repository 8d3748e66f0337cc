using System.Diagnostics;
using System.Globalization;

namespace Voltloop.Bench;

/// <summary>Runs every bench that is not long, each in a process of its own so that none inherits another's heap, and writes the page after each.</summary>
internal static class EveryBench
{
    /// <summary>Rounds of each row.</summary>
    public const int Rounds = 3;

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(30);

    /// <summary>Runs; 1 when one of them failed or took longer than the limit, the others are measured all the same.</summary>
    public static async Task<int> RunAsync(IReadOnlyList<Bench> benches)
    {
        var failed = 0;
        foreach (var bench in benches.Where(b => !b.IsLong))
        {
            if (!await RunAsync(bench.Name)) failed++;
            PerformancePage.Write(benches);
        }

        return failed == 0 ? 0 : 1;
    }

    private static async Task<bool> RunAsync(string name)
    {
        using var process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Environment.GetCommandLineArgs()[0], name, "--rounds", Rounds.ToString(CultureInfo.InvariantCulture)]))!;
        using var limit = new CancellationTokenSource(Limit);
        try
        {
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Console.Error.WriteLine($"{name} took longer than {Limit.TotalMinutes} minutes and was ended; its figures are those measured before.");
            return false;
        }
    }
}
