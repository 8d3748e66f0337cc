using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Multivariate;

namespace Voltloop.Bench.Quality;

/// <summary>Something to do that numpy and R do too.</summary>
/// <param name="Name">What.</param>
/// <param name="Key">Its name in the scripts.</param>
/// <param name="Rounds">How often it is done for one figure.</param>
/// <param name="Prepare">Makes the numbers, and gives the work on them.</param>
internal sealed record QualityTask(string Name, string Key, int Rounds, Func<Action> Prepare)
{
    private const int Components = 11;
    private const double Weight = 0.1;
    private const int Points = 10_000_000;

    /// <summary>CPU-seconds that are promised.</summary>
    public required double Aim { get; init; }

    /// <summary>T² and SPE of a million rows by eleven principal components.</summary>
    public static QualityTask Score { get; } = new("T² and SPE, 1e6 x 52, 11 components", "score", 15, () =>
    {
        var scorer = new PrincipalScorer(PrincipalModel.Fit(MadeRows.Reference, Components));
        var (t2, spe) = (new double[MadeRows.Rows], new double[MadeRows.Rows]);
        return () => scorer.Score(MadeRows.Flat, t2, spe);
    })
    { Aim = 0.12 };

    /// <summary>Multivariate EWMA of a million rows at once.</summary>
    public static QualityTask Mewma { get; } = new("multivariate EWMA, 1e6 x 52", "mewma", 9, () =>
    {
        var figures = new double[MadeRows.Rows];
        return () => new MewmaStream(MadeRows.Reference, Weight).Take(MadeRows.Flat, figures);
    })
    { Aim = 0.35 };

    /// <summary>The four rules of Western Electric over ten million points.</summary>
    public static QualityTask Rules { get; } = new("four Western Electric rules, 1e7 points", "rules", 9, () =>
    {
        var (random, points, scan) = (new Random(2), new double[Points], new WesternElectricScan(Points));
        // Sums of four draws are normal enough for the zones, and soon made.
        for (var i = 0; i < Points; i++) points[i] = (random.NextDouble() + random.NextDouble() + random.NextDouble() + random.NextDouble() - 2) * Math.Sqrt(3);
        return () => scan.Look(points);
    })
    { Aim = 0.05 };

    /// <summary>Each beside numpy, beside R, and its memory.</summary>
    public static IEnumerable<IComparison> Comparisons()
    {
        QualityTask[] tasks = [Score, Mewma, Rules];
        return [.. tasks.Select(task => new TaskComparison(task, ScriptPeer.Numpy)), .. tasks.Select(task => new TaskComparison(task, ScriptPeer.R)), .. tasks.Select(task => new MemoryComparison(task))];
    }
}
