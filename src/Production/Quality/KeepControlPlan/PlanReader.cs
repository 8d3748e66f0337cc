using Voltloop.Core.Problems;
using Voltloop.Quality.Model;
using Voltloop.Quality.ReadTables;

namespace Voltloop.Quality.KeepControlPlan;

/// <summary>Reads a control plan from a table.</summary>
internal static class PlanReader
{
    /// <summary>What columns a table has.</summary>
    public const string Layout = "A row for each characteristic: signal, unit, lsl, target, usl, gauge, gauge sigma, chart, reaction. Limits may be empty, but not both.";

    /// <summary>The plan.</summary>
    /// <exception cref="ProblemException">A line has no signal, no limits, crossed limits, or comes twice.</exception>
    public static ControlPlan Read(DelimitedTable table)
    {
        if (table.Find("signal", "characteristic") < 0) throw new ProblemException(CommonProblems.MalformedInput, "A control plan has a column signal.", table.Name, Layout);
        if (table.Rows.Count > ControlPlan.MaxCharacteristics) throw new ProblemException(CommonProblems.LimitExceeded, $"The plan has {table.Rows.Count} lines; the limit ControlPlan.MaxCharacteristics is {ControlPlan.MaxCharacteristics}.", table.Name);
        var plan = new ControlPlan([.. Enumerable.Range(0, table.Rows.Count).Select(row => Line(table, row))]);
        var twice = plan.Characteristics.GroupBy(one => one.Signal, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Count() > 1);
        return twice is null ? plan : throw new ProblemException(CommonProblems.MalformedInput, $"\"{twice.Key}\" stands in the plan twice.", table.Name);
    }

    private static PlannedCharacteristic Line(DelimitedTable table, int row)
    {
        string? Word(params ReadOnlySpan<string> names) => DelimitedTable.Text(table.Rows[row], table.Find(names));
        double? Number(params ReadOnlySpan<string> names) => table.Find(names) is >= 0 and var column && table.Value(row, column) is var value && !double.IsNaN(value) ? value : null;
        var where = $"{table.Name}, row {row + 1}";
        var signal = Word("signal", "characteristic") ?? throw new ProblemException(CommonProblems.MalformedInput, "The line names no signal.", where);
        var line = new PlannedCharacteristic(signal, Word("unit") ?? "") { Lsl = Number("lsl", "lower"), Target = Number("target", "nominal"), Usl = Number("usl", "upper"), Gauge = Word("gauge"), GaugeSigma = Number("sigma", "gauge_sigma", "gaugesigma"), Chart = Word("chart"), Reaction = Word("reaction") };
        if (line is { Lsl: null, Usl: null }) throw new ProblemException(QualityProblems.LimitsMissing, $"{signal} has no specification limit.", where);
        if (line.Lsl >= line.Usl) throw new ProblemException(QualityProblems.LimitsCrossed, FormattableString.Invariant($"{signal}: the lower limit {line.Lsl} is not below the upper limit {line.Usl}."), where);
        if (line.Chart is { } chart) _ = ChartKinds.Parse(chart);
        return line;
    }
}
