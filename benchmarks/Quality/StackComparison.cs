using System.Diagnostics;
using System.Globalization;
using Voltloop.Kernels.Tolerances;

namespace Voltloop.Bench.Quality;

/// <summary>A simulation of ten million assemblies, beside the same in numpy on one thread in the same run; processor time of the best round.</summary>
/// <param name="name">What is simulated.</param>
/// <param name="task">The task of <c>stack_numpy.py</c>.</param>
/// <param name="stack">The contributors.</param>
/// <param name="aim">Processor seconds that are promised; <c>null</c> for none.</param>
internal sealed class StackComparison(string name, string task, IReadOnlyList<Contributor> stack, double? aim = null) : IComparison
{
    private const int Runs = 10_000_000;
    private const int Rounds = 7;

    public string Name => name;

    public string Unit => "CPU-s";

    public double? Aim => aim;

    public bool SmallerIsBetter => true;

    /// <summary>The stacks that are measured.</summary>
    public static IEnumerable<IComparison> All =>
    [
        new StackComparison("stack of 10 normal dimensions, 1e7 assemblies", "normal", [.. Enumerable.Range(1, 10).Select(i => new Contributor($"d{i}", Variation.Normal(i, 0.01 * i)))], 0.1),
        new StackComparison("stack of 10 mixed dimensions, 1e7 assemblies", "mixed", [.. Enumerable.Range(1, 10).Select(Mixed)]),
    ];

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var best = double.PositiveInfinity;
        for (var round = 0; round <= Rounds; round++)
        {
            var before = Environment.CpuUsage.TotalTime;
            StackSimulation.Run(stack, Runs, (ulong)round, (54.5, 55.5));
            var seconds = (Environment.CpuUsage.TotalTime - before).TotalSeconds;
            // The first round is where the compiler works.
            if (round > 0) best = Math.Min(best, seconds);
        }

        return (best, await NumpyAsync(task));
    }

    private static Contributor Mixed(int i) => new($"d{i}", (i % 4) switch
    {
        0 => Variation.Uniform(i - (0.01 * i), i + (0.01 * i)),
        1 => Variation.Triangular(i - (0.02 * i), i + (0.02 * i), i),
        2 => Variation.Beta(i - (0.02 * i), i + (0.02 * i), (2, 4)),
        _ => Variation.Normal(i, 0.01 * i),
    });

    private static async Task<double> NumpyAsync(string task)
    {
        const string Python = "/usr/bin/python3";
        var script = Path.Combine(AppContext.BaseDirectory, "Quality", "stack_numpy.py");
        if (!File.Exists(Python) || !File.Exists(script)) return double.NaN;
        var start = new ProcessStartInfo(Python, [script, task]) { RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["OMP_NUM_THREADS"] = "1";
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && double.TryParse(answer, CultureInfo.InvariantCulture, out var seconds) ? seconds : double.NaN;
    }
}
