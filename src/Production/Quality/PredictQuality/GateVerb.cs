using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.PredictQuality;

/// <summary><c>quality gate FILE</c>.</summary>
internal static class GateVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = GateReader.Layout };
    private static readonly Option<string?> Outcome = new("--outcome") { Description = "Column to predict; outcome when left out." };
    private static readonly Option<string?> Group = new("--group") { Description = "Column whose equal values stay together when the gate is tried: protocol, batch, day." };
    private static readonly Option<string?> Stage = new("--stage") { Description = "Last stage whose columns may be used." };
    private static readonly Option<double?> Lsl = new("--lsl") { Description = "Lower limit of the outcome." };
    private static readonly Option<double?> Usl = new("--usl") { Description = "Upper limit of the outcome." };
    private static readonly Option<double?> Confidence = new("--confidence") { Description = "Coverage of the intervals; 0.9 when left out." };
    private static readonly Option<double?> Escape = new("--cost-escape") { Description = "Cost of a bad unit that passes." };
    private static readonly Option<double?> Measure = new("--cost-measure") { Description = "Cost of measuring a unit." };
    private static readonly Option<double?> Scrap = new("--cost-scrap") { Description = "Cost of a good unit that is thrown away." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("gate", "Predict the quality of units before it is measured: accept, reject or measure.\n\nExample: ./run quality gate samples/quality/formation-gate.csv --outcome life --group protocol --lsl 700")
        {
            File, Outcome, Group, Stage, Lsl, Usl, Confidence, Escape, Measure, Scrap,
        };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new GateRequest(
            parsed.GetValue(Outcome), parsed.GetValue(Group), parsed.GetValue(Stage), parsed.GetValue(Lsl), parsed.GetValue(Usl), parsed.GetValue(Confidence), parsed.GetValue(Escape), parsed.GetValue(Measure), parsed.GetValue(Scrap));
        var result = GateEndpoint.OfFile(await LocalFile.ReadAsync(parsed.GetRequiredValue(File), context.Cancellation), request, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(GateResource result, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Learned} units. {result.Says}"));
        var stages = new Table().AddColumns("Known up to", "RMSE", "Mean error", "Explained", "Coverage", "Width", "Accept", "Reject", "Measure");
        foreach (var stage in result.Stages) stages.AddRow(Cells(stage));
        console.Write(stages);
        var last = result.Stages[^1].Score;
        if (last is not null) console.WriteLine(GateWords.Escapes(last) + ".");
        if (GateWords.Cost(last) is { } cost) console.WriteLine(cost);
        console.WriteLine("Says most: " + string.Join(", ", result.Features.Take(5).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one.Feature} ({one.Loss:G3})"))));
        foreach (var unit in result.New) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{unit.Unit}: {unit.Predicted:G5} ({unit.Lower:G5} to {unit.Upper:G5}) {unit.Verdict} {unit.Reason}").TrimEnd());
        foreach (var note in result.Notes) console.WriteLine("  " + note);
    }

    private static string Count(int? units) => units?.ToString(CultureInfo.InvariantCulture) ?? "–";

    private static string[] Cells(StageResource stage) =>
    [
        stage.Stage, stage.Rmse.ToString("G4", CultureInfo.InvariantCulture), GateWords.Percent(stage.RelativeErrorPercent), GateWords.Percent(100 * stage.Explained),
        GateWords.Percent(100 * stage.Coverage), stage.Width.ToString("G4", CultureInfo.InvariantCulture),
        Count(stage.Score?.Accepted), Count(stage.Score?.Rejected), Count(stage.Score?.Measured),
    ];
}
