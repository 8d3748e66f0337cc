using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.MonitorProcess;

/// <summary><c>quality monitor --train FILE --test FILE</c>.</summary>
internal static class MonitorVerb
{
    private static readonly Option<string> Train = new("--train") { Description = "Rows in control. " + SignalTableReader.Layout, Required = true };
    private static readonly Option<string> Test = new("--test") { Description = "Rows to judge, the same columns.", Required = true };
    private static readonly Option<string?> Calibrate = new("--calibrate") { Description = "Rows in control that limits come from; blocks of the training rows are left out in turn without them." };
    private static readonly Option<string?> Method = new("--method") { Description = "t2, pca, mewma, mcusum, dpca, cva, several of them separated by commas, or all; all when left out." };
    private static readonly Option<double?> Budget = new("--budget") { Description = "Share of rows in control that may alarm; 0.01 when left out." };
    private static readonly Option<string?> Limits = new("--limits") { Description = "joint (all figures share the budget), each (each has it for itself) or theory; joint when left out." };
    private static readonly Option<int?> FaultFrom = new("--fault-from") { Description = "Number of the first test row with the fault, from 1." };
    private static readonly Option<int?> Components = new("--components") { Description = "Principal components; parallel analysis when left out." };
    private static readonly Option<int?> Dynamic = new("--dynamic-components") { Description = "Components of the dynamic model; parallel analysis when left out." };
    private static readonly Option<int?> States = new("--states") { Description = "Dimensions of the state of canonical variates." };
    private static readonly Option<int?> Lags = new("--lags") { Description = "Rows before that dynamic methods look at; 2 when left out." };
    private static readonly Option<double?> Lambda = new("--lambda") { Description = "Weight of the newest row of the EWMA; 0.2 when left out." };
    private static readonly Option<double?> K = new("--k") { Description = "Reference value of the CUSUM; 0.5 when left out." };
    private static readonly Option<int?> Row = new("--row") { Description = "Number of the test row whose contributions are wanted." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("monitor", "Watch many signals together, by several methods with one budget of false alarms.\n\nExample: ./run quality monitor --train samples/quality/coater-good.csv --test samples/quality/coater-drift.csv --fault-from 121")
        {
            Train, Test, Calibrate, Method, Budget, Limits, FaultFrom, Components, Dynamic, States, Lags, Lambda, K, Row,
        };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new MonitorRequest(parsed.GetValue(Method), parsed.GetValue(Budget), parsed.GetValue(Limits), parsed.GetValue(FaultFrom), parsed.GetValue(Row))
        {
            Components = parsed.GetValue(Components), DynamicComponents = parsed.GetValue(Dynamic), States = parsed.GetValue(States), Lags = parsed.GetValue(Lags), Lambda = parsed.GetValue(Lambda), K = parsed.GetValue(K),
        };
        var (train, test) = (await LocalFile.ReadAsync(parsed.GetRequiredValue(Train), context.Cancellation), await LocalFile.ReadAsync(parsed.GetRequiredValue(Test), context.Cancellation));
        var calibrate = parsed.GetValue(Calibrate) is { } path ? await LocalFile.ReadAsync(path, context.Cancellation) : null;
        var result = Monitoring.OfFiles((train, test, calibrate), request);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(MonitorResource result, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Source}: {result.Signals.Count} signals, {result.TrainingRows} rows to learn from, {result.CalibrationRows} for limits, {result.TestRows} judged; {result.Limits} limits, budget {result.BudgetPercent:0.##} % of rows in control"));
        foreach (var method in result.Methods.Append(result.Joint)) console.WriteLine(Line(method));
        foreach (var note in result.Notes) console.WriteLine("  " + note);
        if (result.Selected is not { } row) return;
        console.WriteLine($"{row.Label}:");
        foreach (var figure in row.Figures) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {figure.Method} {figure.Name} {figure.Value:G5} (limit {figure.Limit:G5}): {string.Join(", ", figure.Contributions.Take(3).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Signal} {one.Value:G3}")))}"));
        if (row.Terms.Count > 0) console.WriteLine("  T² split: " + string.Join(", ", row.Terms.Take(5).Select(term => string.Create(CultureInfo.InvariantCulture, $"{term.Signal} {term.Value:G4}"))));
    }

    private static string Line(MethodResource method)
    {
        if (method.Problem is not null) return $"{method.Title}: {method.Says}";
        var statistics = string.Join(", ", method.Statistics.Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Name} {Share(one, method)} above {one.Limit:G5}")));
        return $"{method.Title}: detection {MonitorWords.Rate(method.Detections)}, false alarms {MonitorWords.Rate(method.FalseAlarms)}, before the fault {MonitorWords.Rate(method.BeforeFault)}{(method.FirstAlarm is { } first ? $", first lasting alarm at row {first}" : "")}{(statistics.Length > 0 ? $" [{statistics}]" : "")}. {(method.Detected ? "Detected." : "Not detectable.")}";
    }

    // Of the rows from the fault on, as the rates.
    private static string Share(StatisticResource statistic, MethodResource method)
    {
        double?[] judged = [.. statistic.Figures.Skip(statistic.Figures.Count - method.Detections.Rows)];
        return string.Create(CultureInfo.InvariantCulture, $"{100.0 * judged.Count(value => value > statistic.Limit) / Math.Max(1, judged.Length):0.00} %");
    }
}
