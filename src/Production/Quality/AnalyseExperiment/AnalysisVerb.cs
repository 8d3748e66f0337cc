using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Voltloop.Quality.ReadTables;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.AnalyseExperiment;

/// <summary><c>quality doe analyse FILE</c>.</summary>
internal static class AnalysisVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = ExperimentTable.Layout };
    private static readonly Option<string?> Response = new("--response") { Description = "Column of the response; the last one when left out." };
    private static readonly Option<string?> Model = new("--model") { Description = "main, interactions or quadratic." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("analyse", "Effects, table of variance, response surface.\n\nExample: ./run quality doe analyse samples/quality/calender-surface.csv") { File, Response, Model };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var table = DelimitedTable.Read(await LocalFile.ReadAsync(parsed.GetRequiredValue(File), context.Cancellation));
        var result = ExperimentAnalysis.Of(table, new AnalysisRequest(parsed.GetValue(Response), parsed.GetValue(Model)));
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(AnalysisResource result, IAnsiConsole console)
    {
        console.WriteLine(AnalysisWords.Fit(result));
        var terms = new Table().AddColumns("Term", "Coefficient", "Error", "Effect", "Probability", "");
        foreach (var term in result.Terms) terms.AddRow(Markup.Escape(term.Name), N(term.Coefficient), N(term.Error), N(term.Effect), N(term.Probability), term.StandsOut ? "stands out" : "");
        console.Write(terms);
        var variance = new Table().AddColumns("Source", "Degrees", "Squares", "Mean", "F", "Probability");
        foreach (var line in result.Variance) variance.AddRow(line.Source, N(line.Degrees), N(line.Squares), N(line.Mean), N(line.F), N(line.Probability));
        console.Write(variance);
        if (AnalysisWords.Stationary(result) is { } says) console.WriteLine(says);
        foreach (var note in result.Notes) console.WriteLine("  " + note);
    }

    private static string N(double? value) => value is { } number ? number.ToString("G6", CultureInfo.InvariantCulture) : "–";
}
