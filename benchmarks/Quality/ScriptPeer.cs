using System.Diagnostics;
using System.Globalization;

namespace Voltloop.Bench.Quality;

/// <summary>A script that does the same work on one thread in the same run, and prints one figure.</summary>
/// <param name="Name">What runs it.</param>
/// <param name="Program">Program; without it there is no figure.</param>
/// <param name="Script">Script beside ours.</param>
internal sealed record ScriptPeer(string Name, string Program, string Script)
{
    /// <summary>Debian's numpy and scipy.</summary>
    public static ScriptPeer Numpy { get; } = new("numpy", "/usr/bin/python3", "quality_numpy.py");

    /// <summary>Debian's R.</summary>
    public static ScriptPeer R { get; } = new("R", "/usr/bin/Rscript", "quality_r.R");

    /// <summary>The figure of a task; NaN where the program is not installed or fails.</summary>
    public async Task<double> AskAsync(params string[] arguments)
    {
        var script = Path.Combine(AppContext.BaseDirectory, "Quality", Script);
        if (!File.Exists(Program) || !File.Exists(script)) return double.NaN;
        var start = new ProcessStartInfo(Program, [script, .. arguments]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var name in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS" }) start.Environment[name] = "1";
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && double.TryParse(answer, CultureInfo.InvariantCulture, out var figure) ? figure : double.NaN;
    }
}
