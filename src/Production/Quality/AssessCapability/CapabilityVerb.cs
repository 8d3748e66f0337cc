using System.CommandLine;
using System.Globalization;
using Spectre.Console;
using Voltloop.Quality.ChartCharacteristic;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.AssessCapability;

/// <summary><c>quality capability FILE</c>.</summary>
internal static class CapabilityVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = SampleReader.Layout };
    private static readonly Option<double?> Lsl = new("--lsl") { Description = "Lower specification limit." };
    private static readonly Option<double?> Usl = new("--usl") { Description = "Upper specification limit." };
    private static readonly Option<double?> Target = new("--target") { Description = "Target; the middle when left out." };
    private static readonly Option<double?> Confidence = new("--confidence") { Description = "Confidence of intervals; 0.95 when left out." };
    private static readonly Option<double?> Gauge = new("--gauge-sigma") { Description = "Standard deviation of the gauge." };

    private static readonly Option<string?> Columns = new("--columns") { Description = ReadTables.ColumnNames.Help };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("capability", "Judge a characteristic against its specification limits.\n\nExample: ./run quality capability samples/quality/coating-thickness.csv --lsl 164 --usl 172") { File, Lsl, Usl, Target, Confidence, Gauge, Columns };
        command.SetAction((parsed, cancellation) => host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new CapabilityRequest(parsed.GetValue(Lsl), parsed.GetValue(Usl), parsed.GetValue(Target), parsed.GetValue(Confidence), parsed.GetValue(Gauge), parsed.GetValue(Columns));
        var result = CapabilityEndpoint.OfFile(await LocalFile.ReadAsync(parsed.GetRequiredValue(File), context.Cancellation), request);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(CapabilityResource result, IAnsiConsole console)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Characteristic}: {result.Values} values, mean {result.Mean:G8}, sigma within {result.SigmaWithin:G6}, overall {result.SigmaOverall:G6}; {result.Shape}"));
        var table = new Table().AddColumns("Index", "Value", "Interval", "Method");
        foreach (var index in result.Indices) table.AddRow(index.Name, index.Value.ToString("F4", CultureInfo.InvariantCulture), CapabilityWords.Interval(index), index.Method);
        console.Write(table);
        if (result.WithoutGauge is { } gauge) console.WriteLine(CapabilityWords.Gauge(gauge));
        foreach (var note in result.Notes) console.WriteLine("  " + note);
    }
}
