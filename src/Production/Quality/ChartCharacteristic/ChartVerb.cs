using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Voltloop.Quality.DesignChart;
using Voltloop.Quality.Model;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.ChartCharacteristic;

/// <summary><c>quality chart FILE</c>.</summary>
internal static class ChartVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = SampleReader.Layout, Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Chart = new("--chart") { Description = "Chart: " + string.Join(", ", ChartKinds.All.Select(known => known.Name)) + "." };
    private static readonly Option<string?> Rules = new("--rules") { Description = "Rules: n1 to n8, w4, nelson, western-electric; n1 when left out." };
    private static readonly Option<double?> Limit = new("--limit") { Description = "Limits in standard deviations; L of an EWMA, h of a CUSUM." };
    private static readonly Option<double?> Lambda = new("--lambda") { Description = "Weight of the newest value of an EWMA." };
    private static readonly Option<double?> K = new("--k") { Description = "Reference value of a CUSUM." };
    private static readonly Option<bool> Fixed = new("--fixed-limits") { Description = "Limits of an EWMA stand from the start." };
    private static readonly Option<int?> Baseline = new("--baseline") { Description = "Samples that limits come from; all when left out." };
    private static readonly Option<string?> Phases = new("--phases") { Description = "Further phases: \"26 slot die changed; 60 new foil\"." };

    private static readonly Option<string?> Columns = new("--columns") { Description = ReadTables.ColumnNames.Help };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("chart", "Draw a control chart and say which points are out of control and why.\n\nExample: ./run quality chart samples/quality/coating-thickness.csv --chart xbar-r --rules n1,n2 --baseline 20")
        {
            File, Chart, Rules, Limit, Lambda, K, Fixed, Baseline, Phases, Columns,
        };
        command.Subcommands.Add(DesignVerb.Build(host));
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var path = parsed.GetValue(File) ?? throw new Core.Problems.ProblemException(Core.Problems.CommonProblems.BadRequest, "No file is named.", null, "Use: quality chart FILE, or quality chart design.");
        var request = new ChartRequest(parsed.GetValue(Chart), parsed.GetValue(Rules), parsed.GetValue(Limit), parsed.GetValue(Lambda), parsed.GetValue(K), parsed.GetValue(Fixed), parsed.GetValue(Baseline), parsed.GetValue(Phases), parsed.GetValue(Columns));
        var result = Charting.OfFile(await LocalFile.ReadAsync(path, context.Cancellation), request);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context);
        return 0;
    }

    private static void Show(ChartResource result, VerbContext context)
    {
        var console = context.Console;
        console.WriteLine($"{result.Characteristic}: {result.Chart}, {result.Points.Count} points, rules {string.Join(", ", result.Rules)}");
        foreach (var phase in result.Phases) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"from point {phase.Start} ({phase.Reason}): centre {phase.Center:G8}, sigma {phase.Sigma:G6}, {phase.Samples} samples"));
        console.WriteLine(result.Honesty.Says);
        foreach (var note in result.Notes) console.WriteLine("  " + note);
        foreach (var point in result.Out) console.WriteLine($"point {point.Number} ({point.Label}): {string.Join(' ', point.Why)}");
        console.WriteLine(result.Out.Any() ? $"{result.Out.Count()} points out of control" : "no point out of control");
    }
}
