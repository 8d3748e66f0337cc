using System.Diagnostics;
using System.Globalization;

namespace Voltloop.Bench;

/// <summary>Measures the rows of a bench and prints them as they come.</summary>
/// <param name="rounds">How often each row is measured at most.</param>
internal sealed class Report(int rounds)
{
    // What takes that long averages over enough by itself.
    private static readonly TimeSpan LongRound = TimeSpan.FromSeconds(15);

    /// <summary>Measures, prints a table, and gives the rows.</summary>
    public async Task<IReadOnlyList<Measurement>> PrintAsync(string verb, IEnumerable<IComparison> comparisons)
    {
        Console.WriteLine($"bench {verb}: {Machine.Text}");
        Console.WriteLine($"{"",-52} {"ours",14} {"plain",14} {"ratio",8}  {"unit",-16} aim");
        var rows = new List<Measurement>();
        foreach (var comparison in comparisons)
        {
            Console.Error.WriteLine($"measuring: {comparison.Name.Trim()}");
            rows.Add(await MeasureAsync(comparison));
            Console.WriteLine(Line(rows[^1]));
        }

        return rows;
    }

    /// <summary>A figure for people.</summary>
    public static string Format(double value) => double.IsNaN(value) ? "" : value.ToString(value < 100 ? "N2" : "N0", CultureInfo.InvariantCulture);

    /// <summary>A ratio for people.</summary>
    public static string Ratio(double ratio) => double.IsNaN(ratio) ? "" : ratio.ToString("F2", CultureInfo.InvariantCulture) + "x";

    /// <summary>The aim and whether it was reached; empty without one.</summary>
    public static string Aim(Measurement row)
    {
        var text = row.AimOfPlain is { } share ? Ratio(share) : row.Aim is { } aim ? Format(aim) : null;
        return text is null ? "" : $"{text} {(row.IsReached == true ? "reached" : "missed")}";
    }

    private async Task<Measurement> MeasureAsync(IComparison comparison)
    {
        var (ours, plain) = (new List<double>(), new List<double>());
        var clock = Stopwatch.StartNew();
        do
        {
            clock.Restart();
            var figures = await comparison.MeasureAsync();
            ours.Add(figures.Ours);
            plain.Add(figures.Plain);
        }
        while (ours.Count < rounds && comparison.IsRepeatable && clock.Elapsed < LongRound);
        return new(comparison.Name.Trim(), comparison.Unit, [.. ours], [.. plain]) { SmallerIsBetter = comparison.SmallerIsBetter, Aim = comparison.Aim, AimOfPlain = comparison.AimOfPlain };
    }

    private static string Line(Measurement row) =>
        string.Create(CultureInfo.InvariantCulture, $"{row.Name,-52} {Format(row.Own),14} {Format(row.Peer),14} {Ratio(row.Ratio),8}  {row.Unit,-16} {Aim(row)}");
}
