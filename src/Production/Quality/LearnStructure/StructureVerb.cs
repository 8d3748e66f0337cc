using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.LearnStructure;

/// <summary><c>quality structure FILE</c>.</summary>
internal static class StructureVerb
{
    private const int Shown = 25;

    private static readonly Argument<string> File = new("FILE") { Description = StationTable.Layout };
    private static readonly Option<string?> Target = new("--target") { Description = "Variable whose causes are wanted." };
    private static readonly Option<string?> Stations = new("--stations") { Description = "Stations in the order of the line, separated by commas; the order of the columns when left out." };
    private static readonly Option<string?> Scores = new("--scores") { Description = "rank (any monotone relation) or plain (linear); rank when left out." };
    private static readonly Option<string?> Search = new("--search") { Description = "stations (everything earlier held fixed) or neighbours (PC); by the number of rows when left out." };
    private static readonly Option<double?> FalseShare = new("--false-share") { Description = "Expected share of false edges; 0.05 when left out." };
    private static readonly Option<double?> Alpha = new("--alpha") { Description = "Level of each test among neighbours; 0.01 when left out." };
    private static readonly Option<int?> Depth = new("--depth") { Description = "Most neighbours held fixed at once; 3 when left out." };
    private static readonly Option<int?> Halves = new("--halves") { Description = "Halves of the rows on which each edge is tried again; 50 when left out, 0 for none." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of the halves; 1 when left out." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("structure", "Learn what determines what along a line, with the order of stations as a hard rule.\n\nExample: ./run quality structure samples/quality/line-stations.csv --target \"end of line/capacity\"")
        {
            File, Target, Stations, Scores, Search, FalseShare, Alpha, Depth, Halves, Seed,
        };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new StructureRequest(
            parsed.GetValue(Target), parsed.GetValue(Stations), parsed.GetValue(Scores), parsed.GetValue(Search), parsed.GetValue(FalseShare), parsed.GetValue(Alpha), parsed.GetValue(Depth), parsed.GetValue(Halves), parsed.GetValue(Seed));
        var result = StructureEndpoint.OfFile(await LocalFile.ReadAsync(parsed.GetRequiredValue(File), context.Cancellation), request, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(StructureResource result, IAnsiConsole console)
    {
        console.WriteLine(result.Says);
        var edges = new Table().AddColumns("From", "", "To", "Partial correlation", "95 %", "By chance", "Found again");
        foreach (var edge in result.Edges.Take(Shown))
        {
            edges.AddRow(Markup.Escape(edge.From), edge.Direction == "open" ? "–" : "→", Markup.Escape(edge.To), F(edge.Correlation), $"{F(edge.Interval[0])} to {F(edge.Interval[1])}", FindCause.CauseWords.Probability(edge.Probability), edge.Again is { } again ? F(again) : "");
        }

        console.Write(edges);
        if (result.Edges.Count > Shown) console.WriteLine($"{result.Edges.Count - Shown} more edges: --json lists all.");
        if (result.Target is not null) ShowEffects(result, console);
        foreach (var pair in result.Missing.Take(5)) console.WriteLine($"  {pair.First} and {pair.Second} correlate ({F(pair.Plain)}), and are not joined: {F(pair.Correlation)} is left with {string.Join(", ", pair.Held)} held fixed.");
        foreach (var note in result.Notes) console.WriteLine("  " + note);
        console.WriteLine("  " + result.Validity);
    }

    private static void ShowEffects(StructureResource result, IAnsiConsole console)
    {
        var table = new Table { Title = new TableTitle(Markup.Escape($"What moves {result.Target}")) };
        table.AddColumns("Cause", "Effect (standard deviations)", "95 %", "In units", "By chance (Holm)", "");
        foreach (var one in result.Effects) table.AddRow(Markup.Escape(one.Cause), F(one.Effect), $"{F(one.Interval[0])} to {F(one.Interval[1])}", one.Slope.ToString("G4", CultureInfo.InvariantCulture), FindCause.CauseWords.Probability(one.Adjusted), one.IsPossible ? "if the open direction is so" : one.IsDirect ? "direct" : "through others");
        console.Write(table);
    }

    private static string F(double value) => value.ToString("0.00", CultureInfo.InvariantCulture);
}
