using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Voltloop.Quality.ReadTables;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.StudyGauge;

/// <summary><c>quality gauge FILE</c>.</summary>
internal static class GaugeVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = GaugeTable.Layout };
    private static readonly Option<double?> Tolerance = new("--tolerance") { Description = "Width of the specification, unit of the values." };
    private static readonly Option<string?> Method = new("--method") { Description = "anova or range; anova when left out." };

    private static readonly Option<string?> Columns = new("--columns") { Description = ColumnNames.Help };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("gauge", "Work out a gauge study: crossed, nested, against references, or judgements.\n\nExample: ./run quality gauge samples/quality/gauge-crossed.csv --tolerance 8") { File, Tolerance, Method, Columns };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new GaugeRequest(parsed.GetValue(Tolerance), parsed.GetValue(Method), parsed.GetValue(Columns));
        var result = GaugeAnalysis.Of(DelimitedTable.Read(await LocalFile.ReadAsync(parsed.GetRequiredValue(File), context.Cancellation), request.Columns), request);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(GaugeResource result, IAnsiConsole console)
    {
        console.WriteLine($"{result.Study}: {result.Design}, {result.Method}");
        foreach (var row in result.Spread) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Source}: sigma {row.Sigma:G6}, {row.Percent:F2} % of the total"));
        foreach (var row in result.Bias) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"at {row.Reference:G6}: off by {row.Bias:G4} ({row.Values} values)"));
        foreach (var row in result.Agreement) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Between}: {row.Percent:F1} % the same, kappa {row.Kappa:F3}"));
        console.WriteLine(result.Says);
    }
}
