using Voltloop.Quality.Model;

namespace Voltloop.Quality.MonitorProcess;

/// <summary>Many signals, watched by several methods side by side.</summary>
/// <param name="Source">What is watched.</param>
/// <param name="Signals">Names of the signals.</param>
internal sealed record MonitorResource(string Source, IReadOnlyList<string> Signals)
{
    /// <summary>Most rows that are listed with what contributes.</summary>
    public const int MostListed = 100;

    private const int MostNamed = 3;

    /// <summary>Rows in control that models come from.</summary>
    public int TrainingRows { get; init; }

    /// <summary>Rows in control that limits come from.</summary>
    public int CalibrationRows { get; init; }

    /// <summary>Rows that were judged.</summary>
    public int TestRows { get; init; }

    /// <summary>Share of rows in control that may alarm, %.</summary>
    public double BudgetPercent { get; init; }

    /// <summary>Where limits come from: joint, each or theory.</summary>
    public required string Limits { get; init; }

    /// <summary>The methods.</summary>
    public required IReadOnlyList<MethodResource> Methods { get; init; }

    /// <summary>Alarms of any method.</summary>
    public required MethodResource Joint { get; init; }

    /// <summary>Names of the test rows.</summary>
    public required IReadOnlyList<string> Labels { get; init; }

    /// <summary>Rows that are out, up to <see cref="MostListed"/>.</summary>
    public required IReadOnlyList<MonitoredRow> Out { get; init; }

    /// <summary>All rows that are out.</summary>
    public int OutRows { get; init; }

    /// <summary>The row that was asked for, or the one farthest out; absent when none is out.</summary>
    public RowDetail? Selected { get; init; }

    /// <summary>What the reader should know.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>An outcome.</summary>
    public static MonitorResource Of(string source, MonitorOutcome outcome, int? row)
    {
        int[] beyond = [.. Enumerable.Range(0, outcome.Test.Rows.Count).Where(i => outcome.Ran.Any(method => method.IsOut(i)))];
        var selected = row - 1 ?? (beyond.Length == 0 ? default(int?) : beyond.MaxBy(i => Own(outcome, i) is var own and > 1 ? own : -1 / Farthest(outcome, i).Ratio));
        return new MonitorResource(source, outcome.Test.Columns)
        {
            TrainingRows = outcome.Reference.Rows, CalibrationRows = outcome.CalibrationRows, TestRows = outcome.Test.Rows.Count, BudgetPercent = 100 * outcome.Settings.Budget, Limits = outcome.Settings.Limits.ToString().ToLowerInvariant(),
            Methods = [.. outcome.Methods.Select(MethodResource.Of)], Joint = MethodResource.Of(("joint", "Any of them"), outcome.Joint) with { Detected = outcome.IsDetected, Says = MonitorWords.Verdict(outcome) }, Labels = [.. Enumerable.Range(0, outcome.Test.Rows.Count).Select(outcome.Test.LabelOf)],
            Out = [.. beyond.Take(MostListed).Select(i => Listed(outcome, i))], OutRows = beyond.Length, Selected = selected is { } wanted ? RowDetail.Of(outcome, wanted) : null, Notes = outcome.Notes,
        };
    }

    // Sums and averages are highest when the cause may be over: a row that stands out by itself says more.
    private static double Own(MonitorOutcome outcome, int row) =>
        outcome.Ran.Where(method => method.Method is MonitorMethod.T2 or MonitorMethod.Pca).SelectMany(method => method.Statistics).Select(one => one.Figures[row] / one.Limit).Where(ratio => !double.IsNaN(ratio)).DefaultIfEmpty(0).Max();

    private static (MethodOutcome Method, int Statistic, double Ratio) Farthest(MonitorOutcome outcome, int row) =>
        (from method in outcome.Ran from k in Enumerable.Range(0, method.Statistics.Count) let ratio = method.Statistics[k].Figures[row] / method.Statistics[k].Limit where !double.IsNaN(ratio) select (method, k, ratio)).MaxBy(one => one.ratio);

    private static MonitoredRow Listed(MonitorOutcome outcome, int row)
    {
        var (method, statistic, _) = Farthest(outcome, row);
        var signals = RowDetail.Contributions(outcome, method, (row, statistic)).Take(MostNamed).Select(one => one.Signal);
        return new MonitoredRow(row + 1, outcome.Test.LabelOf(row), row < outcome.Test.Times.Count ? outcome.Test.Times[row] : null, [.. outcome.Ran.Where(one => one.IsOut(row)).Select(one => MonitorMethods.NameOf(one.Method))], [.. signals]);
    }
}
