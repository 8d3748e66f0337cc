using System.Globalization;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Grading;

namespace Voltloop.Health.GradeSecondLife;

/// <summary>Reads tables of pulses: comma-separated, one line per reading.</summary>
internal static class GradingFile
{
    /// <summary>Most lines of one file.</summary>
    public const int MostLines = 20_000;

    private const double LargestVoltage = 10;
    private static readonly string[] Needed = ["cell", "cell_type", "nominal_capacity_ah", .. Enumerable.Range(1, PulseReading.Points).Select(k => $"u{k}_volt")];

    /// <summary>The rows.</summary>
    /// <exception cref="ProblemException">A column is missing, or a value is not what it should be; the line is named.</exception>
    public static IReadOnlyList<GradingRow> Read(string text)
    {
        string[] lines = text.TrimStart('\uFEFF').Split('\n');
        var head = lines[0].TrimEnd('\r').Split(',').Select((name, i) => (Name: name.Trim().ToLowerInvariant(), Place: i)).GroupBy(one => one.Name, StringComparer.Ordinal).ToDictionary(one => one.Key, one => one.First().Place, StringComparer.Ordinal);
        if (Array.Find(Needed, name => !head.ContainsKey(name)) is { } missing) throw new ProblemException(CommonProblems.MalformedInput, $"The table has no column {missing}.", "line 1", "See docs/how-to/grade-retired-cells.md.");
        if (lines.Length > MostLines) throw new ProblemException(CommonProblems.LimitExceeded, $"The table has more than {MostLines} lines.");
        GradingRow[] rows = [.. lines.Select((line, i) => (Text: line.TrimEnd('\r'), Number: i + 1)).Skip(1).Where(line => line.Text.Length > 0).Select(line => Row(new GradingLine(head, line.Text.Split(','), line.Number)))];
        return rows.Length > 0 ? rows : throw new ProblemException(CommonProblems.MalformedInput, "The table has no row.");
    }

    private static GradingRow Row(GradingLine line)
    {
        double[] voltages = [.. Enumerable.Range(1, PulseReading.Points).Select(k => line.Number($"u{k}_volt", (0, LargestVoltage)) ?? throw line.Wrong($"u{k}_volt", "is missing"))];
        var reading = new PulseReading(line.Number("charge_percent", (0, 100)) ?? double.NaN, voltages) { Health = line.Number("soh_percent", (0, 150)) };
        var nominal = line.Number("nominal_capacity_ah", (0.01, 10_000)) ?? throw line.Wrong("nominal_capacity_ah", "is missing");
        return new GradingRow(line.Line, line.Text("cell") ?? throw line.Wrong("cell", "is missing"), line.Text("cell_type") ?? throw line.Wrong("cell_type", "is missing"), nominal, reading) { Checks = Checks(line) };
    }

    private static RoutineChecks Checks(GradingLine line) => new()
    {
        Manufactured = line.Text("manufactured") is not { } day ? null
            : DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : throw line.Wrong("manufactured", "is not a day like 2019-05-31"),
        VisuallySound = line.Outcome("visual"),
        Insulation = line.Number("insulation_ohm_per_volt", (0, 1e12)),
        SelfDischarge = line.Number("self_discharge_percent_per_month", (0, 100)),
        HistoryClean = line.Outcome("history"),
    };
}
