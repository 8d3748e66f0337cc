using System.Diagnostics;
using System.Globalization;
using Voltloop.Kernels.Commonality;

namespace Voltloop.Bench.Quality;

/// <summary>Processor time to count a million cells over 14 steps of 24 machines, beside numpy bincount on one thread in the same run; the best of several rounds of ten.</summary>
internal sealed class CommonalityComparison : IComparison
{
    private const int Cells = 1_000_000;
    private const int Machines = 24;
    private const int Rounds = 5;
    private const int Times = 10;

    public string Name => "commonality, 1e6 cells x 14 steps x 24 machines";

    public string Unit => "ms CPU";

    public bool SmallerIsBetter => true;

    public double? Aim => 30;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var (columns, bad) = MillionCells.Make(Cells, 7);
        int[] faulty = [.. Enumerable.Range(0, Cells).Where(cell => bad[cell])];
        var best = double.MaxValue;
        for (var n = 0; n < Rounds; n++) best = Math.Min(best, Round(columns, faulty));
        return (best, await NumpyAsync());
    }

    private static double Round(IReadOnlyList<StepColumn> columns, int[] faulty)
    {
        var (before, least) = (Environment.CpuUsage.TotalTime, 1.0);
        for (var n = 0; n < Times; n++) least = Math.Min(least, Once(columns, faulty));
        return least < 1e-6 ? (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Times : double.NaN;
    }

    private static double Once(IReadOnlyList<StepColumn> columns, int[] faulty)
    {
        var (all, wrong, least) = (new int[Machines], new int[Machines], 1.0);
        foreach (var column in columns)
        {
            LevelCounts.Of(column, faulty, all, wrong);
            for (var level = 0; level < Machines; level++) least = Math.Min(least, new ContingencyTable(wrong[level], all[level], faulty.Length, Cells).Probability);
        }

        return least;
    }

    private static async Task<double> NumpyAsync()
    {
        const string Script = """
            import time, numpy as np
            rng = np.random.default_rng(7)
            tools = rng.integers(0, 24, size=(14, 1000000))
            bad = rng.random(1000000) < 0.0022
            where = np.flatnonzero(bad)
            best = 1e9
            for _ in range(9):
                t = time.process_time()
                z = []
                for step in range(14):
                    n = np.bincount(tools[step], minlength=24)
                    k = np.bincount(tools[step][where], minlength=24)
                    p = bad.mean()
                    z.append((k - n * p) / np.sqrt(n * p * (1 - p)))
                best = min(best, time.process_time() - t)
            print(best * 1000)
            """;
        var start = new ProcessStartInfo("/usr/bin/python3", ["-c", Script]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var python = Process.Start(start)!;
        var said = await python.StandardOutput.ReadToEndAsync();
        await python.WaitForExitAsync();
        return double.TryParse(said, CultureInfo.InvariantCulture, out var milliseconds) ? milliseconds : double.NaN;
    }
}
