using System.Globalization;
using System.Text;

namespace Voltloop.Bench;

/// <summary>Writes <c>docs/reference/performance.md</c> from what was measured last of each bench.</summary>
internal static class PerformancePage
{
    private static readonly string FilePath = Path.Combine("docs", "reference", "performance.md");

    /// <summary>Writes the page; benches that were never measured are named on it as such.</summary>
    public static void Write(IReadOnlyList<Bench> benches)
    {
        var measured = benches.Select(b => (Bench: b, Measured: MeasuredBench.Read(b.Name))).ToList();
        var text = new StringBuilder();
        text.AppendLine("# Performance");
        text.AppendLine();
        text.AppendLine("Written by `./bench all`. Each row was measured in the same run as its peer: the median of up to three rounds (one where a round takes longer than 15 s). *Ratio* says how many times better Voltloop is, below 1 it is worse; *spread* is the smallest and largest ratio of the rounds, or our smallest and largest figure where there is no peer. Ratios of other machines differ.");
        Slower(text, measured);
        foreach (var (bench, found) in measured) Section(text, bench, found);
        File.WriteAllText(FilePath, text.ToString());
        Console.Error.WriteLine($"wrote {FilePath}");
    }

    // What a reader must know first: where something else is the better choice, and what was promised and not reached.
    private static void Slower(StringBuilder text, IEnumerable<(Bench Bench, MeasuredBench? Measured)> measured)
    {
        var rows = measured.SelectMany(m => m.Measured?.Rows.Select(row => (m.Bench, Row: row)) ?? []).ToList();
        List(text, "Where Voltloop is behind its peer", [.. rows.Where(r => r.Row.Ratio < 1).Select(r => $"{r.Row.Name} ({r.Bench.Name}): {Report.Ratio(r.Row.Ratio)}")]);
        List(text, "Aims that are missed", [.. rows.Where(r => r.Row.IsReached == false).Select(r => $"{r.Row.Name} ({r.Bench.Name}): {Figure(r.Row)}, aim {Report.Aim(r.Row).Split(' ')[0]}")]);
    }

    private static string Figure(Measurement row) => row.AimOfPlain is null ? $"{Report.Format(row.Own)} {row.Unit}" : Report.Ratio(row.Ratio);

    private static void List(StringBuilder text, string heading, IReadOnlyList<string> lines)
    {
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"## {heading}");
        text.AppendLine();
        foreach (var line in lines.DefaultIfEmpty("None of those measured.")) text.AppendLine(CultureInfo.InvariantCulture, $"- {line}");
    }

    private static void Section(StringBuilder text, Bench bench, MeasuredBench? measured)
    {
        text.AppendLine();
        text.AppendLine(CultureInfo.InvariantCulture, $"## {bench.Title}");
        text.AppendLine();
        if (measured is null)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"`./bench {bench.Name}` was not run{(bench.IsLong ? "; it takes long and is no part of `./bench all`" : "")}.");
            return;
        }

        text.AppendLine(CultureInfo.InvariantCulture, $"`./bench {bench.Name}`, {measured.MeasuredAt:yyyy-MM-dd}, {measured.Machine}. Peer: {bench.Peer}.");
        text.AppendLine();
        text.AppendLine("| what | unit | Voltloop | peer | ratio | spread | aim |");
        text.AppendLine("|---|---|--:|--:|--:|--:|---|");
        foreach (var row in measured.Rows) text.AppendLine(Row(row));
    }

    private static string Row(Measurement row) =>
        $"| {row.Name.Replace("|", "\\|", StringComparison.Ordinal)} | {row.Unit} | {Report.Format(row.Own)} | {OrNone(Report.Format(row.Peer))} | {OrNone(Report.Ratio(row.Ratio))} | {Spread(row)} | {OrNone(Report.Aim(row))} |";

    private static string Spread(Measurement row)
    {
        if (row.Ours.Length < 2) return "one round";
        var (low, high) = row.Spread;
        return $"{Report.Format(low)} – {Report.Format(high)}";
    }

    private static string OrNone(string text) => text.Length == 0 ? "–" : text;
}
