using System.Diagnostics;
using System.Globalization;

namespace Voltloop.Bench.Quality;

/// <summary>The same work in numpy, one thread, in the same run.</summary>
internal static class NumpyPeer
{
    /// <summary>CPU-seconds of a task of <c>quality_numpy.py</c>; NaN where Debian's numpy is not installed.</summary>
    public static async Task<double> CpuSecondsAsync(string task)
    {
        const string Python = "/usr/bin/python3";
        var script = Path.Combine(AppContext.BaseDirectory, "Quality", "quality_numpy.py");
        if (!File.Exists(Python) || !File.Exists(script)) return double.NaN;
        var start = new ProcessStartInfo(Python, [script, task]) { RedirectStandardOutput = true, UseShellExecute = false };
        foreach (var name in new[] { "OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS" }) start.Environment[name] = "1";
        using var process = Process.Start(start)!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && double.TryParse(answer, CultureInfo.InvariantCulture, out var seconds) ? seconds : double.NaN;
    }
}
