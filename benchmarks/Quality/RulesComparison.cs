using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Bench.Quality;

/// <summary>The four rules of Western Electric over ten million points.</summary>
internal sealed class RulesComparison : IComparison
{
    private const int Points = 10_000_000;
    private const int Rounds = 9;
    private const int Seed = 2;

    public string Name => "four Western Electric rules, 1e7 points, one thread";

    public string Unit => "CPU-s";

    public double? Aim => 0.05;

    public bool SmallerIsBetter => true;

    public async Task<(double Ours, double Plain)> MeasureAsync()
    {
        var (random, points, scan) = (new Random(Seed), new double[Points], new WesternElectricScan(Points));
        // Sums of four draws are normal enough for the zones, and soon made.
        for (var i = 0; i < Points; i++) points[i] = (random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2) * Math.Sqrt(3);
        return (CpuTime.Best(Rounds, () => scan.Look(points)), await NumpyPeer.CpuSecondsAsync("rules"));
    }
}
