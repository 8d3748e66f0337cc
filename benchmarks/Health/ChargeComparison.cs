using System.Diagnostics;
using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;

namespace Voltloop.Bench.Health;

/// <summary>Steps of a charge filter a second on one core, beside the same four-state filter in numpy in the same run.</summary>
/// <param name="filter">Name of the filter.</param>
/// <param name="make">Makes it for a circuit; the result takes a sample.</param>
/// <param name="aim">Steps a second that are promised; <c>null</c> for none.</param>
internal sealed class ChargeComparison(string filter, Func<CircuitTable, Action<CellSample>> make, double? aim = null) : IComparison
{
    private const int Samples = 20_000;
    private const double Seconds = 2;
    private static double? _numpy;

    public string Name => $"{filter}, steps on one core";

    public string Unit => "steps/s";

    public double? Aim => aim;

    /// <summary>The filters that are measured.</summary>
    public static IEnumerable<IComparison> All =>
    [
        new ChargeComparison("EKF, 4 states", table => new ChargeEkf(table, new ChargeNoise(), 0.9).Take, 2_000_000),
        new ChargeComparison("square-root UKF, 4 states", table => new SquareRootUkf(table, new ChargeNoise(), 0.9).Take),
        new ChargeComparison("joint EKF, 7 states", table => new DualEkf(table, new ChargeNoise(), 0.9).Take),
    ];

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var drive = ChargeDrive.Make(Samples);
        var ours = await Clock.PerSecond(Seconds, _ =>
        {
            var step = make(ChargeDrive.Table);
            foreach (var sample in drive) step(sample);
            return Task.FromResult((long)drive.Length);
        });
        return (ours, _numpy ??= await NumpyAsync());
    }

    private static async Task<double> NumpyAsync()
    {
        const string Python = "/usr/bin/python3";
        var script = Path.Combine(AppContext.BaseDirectory, "Health", "charge_numpy.py");
        if (!File.Exists(Python) || !File.Exists(script)) return double.NaN;
        using var process = Process.Start(new ProcessStartInfo(Python, [script]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var answer = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 && double.TryParse(answer, System.Globalization.CultureInfo.InvariantCulture, out var rate) ? rate : double.NaN;
    }
}
