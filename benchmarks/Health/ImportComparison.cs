using System.Diagnostics;
using Voltloop.Health.ReadCyclers;
using Voltloop.Health.ReadCyclers.Repairs;
using Voltloop.Health.ReadTables;

namespace Voltloop.Bench.Health;

/// <summary>Rows per second from the bytes of a cycler's file to repaired columns, beside pandas (Debian's) parsing the same text in the same run.</summary>
/// <param name="file">File below <c>shared/data/health/raw_formats</c>.</param>
/// <param name="reading">What pandas is asked to do with the path <c>p</c>; <c>null</c> when it cannot read the format.</param>
internal sealed class ImportComparison(string file, string? reading) : IComparison
{
    private const double Seconds = 2;

    public string Name => $"import {Path.GetFileName(file)[..Math.Min(36, Path.GetFileName(file).Length)]}";

    public string Unit => "rows/s";

    public double? AimOfPlain => reading is null ? null : 20;

    public double? Aim => reading is null ? 4_300_000 : null;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var bytes = RawFiles.Read(file);
        var ours = Best(bytes);
        return (ours, reading is null ? double.NaN : await PandasAsync(bytes, reading));
    }

    // The best round on both sides: the machine may do other work.
    private static double Best(byte[] bytes)
    {
        var (best, total) = (0.0, Stopwatch.StartNew());
        while (total.Elapsed.TotalSeconds < 2 * Seconds)
        {
            var round = Stopwatch.StartNew();
            var rows = Rows(bytes);
            best = Math.Max(best, rows / round.Elapsed.TotalSeconds);
        }

        return best;
    }

    private static int Rows(byte[] bytes)
    {
        var table = CyclerFormats.Find(bytes)!.Read(bytes, new FindingLog())!;
        return TableRepairs.Apply(table).Data.Rows;
    }

    private static async Task<double> PandasAsync(byte[] bytes, string reading)
    {
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, bytes);
            var script = $"""
                import pandas, time, io
                b = open({'"' + path + '"'}, 'rb').read()
                best = 0
                end = time.perf_counter() + {Seconds + 2}
                while time.perf_counter() < end:
                    p = io.BytesIO(b)
                    t = time.perf_counter()
                    n = len({reading})
                    best = max(best, n / (time.perf_counter() - t))
                print(best)
                """;
            using var python = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
            var output = await python.StandardOutput.ReadToEndAsync();
            await python.WaitForExitAsync();
            return double.TryParse(output, System.Globalization.CultureInfo.InvariantCulture, out var rows) ? rows : double.NaN;
        }
        finally
        {
            File.Delete(path);
        }
    }
}
