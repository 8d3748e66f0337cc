using System.Diagnostics;
using System.Globalization;
using Voltloop.Kernels.Commonality;

namespace Voltloop.Bench.Quality;

/// <summary>Planted genealogies, many seeds: how often the planted cause is found, and whether probabilities are what they say.</summary>
internal static class CauseTable
{
    private const int Units = 10_000;
    private const int MillionUnits = 1_000_000;

    /// <summary>Prints the table.</summary>
    /// <param name="seeds">How many.</param>
    /// <param name="from">First seed.</param>
    public static int Run(int seeds, int from)
    {
        var (clock, scores) = (Stopwatch.StartNew(), new List<CauseScore>());
        for (var seed = from; seed < from + seeds; seed++) scores.Add(CauseScore.Of(new PlantedGenealogy(seed, Units), new CommonalitySettings()));
        Console.WriteLine(Invariant($"{seeds} planted genealogies of {Units} units, 8 steps of 6 machines and 100 lots, base rate 1 %, risk ratio 3 to 10 (lots 9 to 30)"));
        Console.WriteLine("| planted | seeds | named | hit@1 | hit@3 | precision | recall | onset covered |\n|---|---|---|---|---|---|---|---|");
        foreach (var kind in scores.GroupBy(one => one.Kind).OrderBy(one => one.Key)) Console.WriteLine(Row(kind.Key, [.. kind]));
        Console.WriteLine(Invariant($"{clock.Elapsed.TotalSeconds:F1} s; both of two machines named: {scores.Count(one => one.Kind == 5 && one.Both)} of {scores.Count(one => one.Kind == 5)}"));
        var (distance, critical) = Calibration.Of(seeds);
        Console.WriteLine(Invariant($"probabilities without any effect, {seeds} seeds x 48 levels pooled one per seed: Kolmogorov-Smirnov distance {distance:F4}, 5 % point {critical:F4}"));
        FirstPlanted();
        return 0;
    }

    private static string Row(int kind, CauseScore[] of)
    {
        static string Mean(IEnumerable<double> values) => values.Where(double.IsFinite).DefaultIfEmpty(double.NaN).Average() is var mean && double.IsNaN(mean) ? "–" : Invariant($"{mean:F3}");
        var covered = of.Where(one => one.Covered is not null).ToArray();
        return Invariant($"| {PlantedGenealogy.Kinds[kind]} | {of.Length} | {of.Count(one => one.Named)} | {(kind == 0 ? "–" : of.Count(one => one.First))} | {(kind == 0 ? "–" : of.Count(one => one.Third))} | {Mean(of.Select(one => one.Precision))} | {Mean(of.Select(one => one.Recall))} | {(covered.Length == 0 ? "–" : Invariant($"{covered.Count(one => one.Covered == true)} of {covered.Length}"))} |");
    }

    // A million cells, 14 steps of 24 machines, 0.2 % bad; machine 7 of step 5 adds 1 % from cell 600,000 on.
    private static void FirstPlanted()
    {
        var (columns, bad) = MillionCells.Make(MillionUnits, 7);
        var clock = Stopwatch.StartNew();
        var report = new CommonalitySearch(columns, bad, new CommonalitySettings()).Find();
        var head = report.Causes[0].Head;
        Console.WriteLine(Invariant($"a million cells: first is {columns[head.Column].Name}, {columns[head.Column].Levels[head.Level]}, from {head.Window?.From:F0} ({head.Window?.Onset.Earliest:F0} to {head.Window?.Onset.Latest:F0}) to {head.Window?.To:F0}, adjusted p {report.Causes[0].Adjusted:G3}; {clock.Elapsed.TotalSeconds:F1} s"));
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
