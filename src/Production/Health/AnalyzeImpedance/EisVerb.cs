using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary><c>health eis FILE</c>.</summary>
internal static class EisVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = "A spectrum as the instrument wrote it, or CSV: frequency in Hz, real and imaginary part in Ω." };
    private static readonly Option<string?> Circuit = new("--circuit") { Description = $"Circuit to fit; {ImpedanceRequest.UsualCircuit} when left out.", HelpName = "CIRCUIT" };
    private static readonly Option<string?> Weight = new("--weight") { Description = "modulus (each point by 1/|Z|) or unit (all alike); modulus when left out.", HelpName = "HOW" };
    private static readonly Option<bool> Inductive = new("--inductive") { Description = "Fit points with a positive imaginary part too." };

    private static readonly Option<string?> Thing = new("--thing") { Description = "Keep the spectrum in the record of this battery, in any spelling.", HelpName = "ID" };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("eis", "Test an impedance spectrum after Kramers and Kronig, fit a circuit to it, and find its relaxation times.\n\nExample: ./run health eis samples/eis/cell.csv --circuit 'R0-p(R1,C1)-p(R2-Wo1,C2)'")
        {
            File, Circuit, Weight, Inductive, Thing,
        };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Thing) is null
            ? host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation)
            : host.WriteAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new ImpedanceRequest(parsed.GetValue(Circuit), parsed.GetValue(Weight), parsed.GetValue(Inductive));
        var source = await LocalFile.ReadAsync(parsed.GetRequiredValue(File), context.Cancellation);
        var result = ImpedanceAnalysis.Of(ImpedanceFileReader.Read(source), request, context.Cancellation);
        if (parsed.GetValue(Thing) is { } named)
        {
            var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(named, context.Cancellation);
            await context.Services.GetRequiredService<SpectrumKeeper>().KeepAsync(thing.Id, source, result, "urn:voltloop:local", context.Cancellation);
        }

        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context);
        return 0;
    }

    private static void Show(ImpedanceResource result, VerbContext context)
    {
        var console = context.Console;
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.File}: {result.Format}, {result.Points.Count} points from {result.Points[0].FrequencyHertz:G4} to {result.Points[^1].FrequencyHertz:G4} Hz"));
        foreach (var note in result.Notes) console.WriteLine("  " + note);
        console.WriteLine(ImpedanceWords.Validity(result));
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{result.Circuit.Circuit}, {result.Circuit.FittedPoints} points, weight {result.Circuit.Weight}: differs by {result.Circuit.RelativeRmsPercent:F2} % of |Z| (root mean square)"));
        var table = new Table().AddColumns("Parameter", "Value", "Standard error");
        foreach (var value in result.Circuit.Parameters) table.AddRow(Markup.Escape(value.Name), Markup.Escape(ImpedanceWords.Value(value)), Markup.Escape(ImpedanceWords.Error(value)));
        console.Write(table);
        foreach (var peak in result.Relaxation?.Peaks ?? []) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"relaxes in {QuantityFormat.Number(peak.Seconds, 3)} s: {QuantityFormat.Number(peak.Ohm, 3)} Ω"));
    }
}
