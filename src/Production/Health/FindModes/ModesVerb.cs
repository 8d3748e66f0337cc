using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.FindModes;

/// <summary><c>health modes ID</c>.</summary>
internal static class ModesVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier of the battery, in any spelling." };
    private static readonly Option<string?> Positive = new("--positive") { Description = "Half-cell curve of the positive electrode: lithiation and V, comma-separated.", HelpName = "FILE" };
    private static readonly Option<string?> Negative = new("--negative") { Description = "That of the negative electrode. Without both, the published ones of an LG M50.", HelpName = "FILE" };
    private static readonly Option<bool> Write = new("--record") { Description = "Write the modes to the record." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("modes", "Loss of lithium and of active material between the first and the last slow discharge.\n\nExample: ./run health modes CELL-1 --positive nmc.csv --negative graphite.csv") { Id, Positive, Negative, Write };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Write)
            ? host.WriteAsync(parsed, context => RunAsync(parsed, context), cancellation)
            : host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var estimator = context.Services.GetRequiredService<ModesEstimator>();
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var curves = new HalfCellCurves(await CurveAsync(parsed.GetValue(Positive), context), await CurveAsync(parsed.GetValue(Negative), context));
        var modes = parsed.GetValue(Write)
            ? await estimator.KeepAsync(thing.Id, curves, "urn:voltloop:local", context.Cancellation)
            : (await estimator.FindAsync(thing.Id, curves, context.Cancellation)).Modes;
        if (context.Json) await context.WriteJsonAsync(modes);
        else Show(modes, context);
        return 0;
    }

    private static async Task<HalfCellCurve?> CurveAsync(string? path, VerbContext context)
    {
        if (path is null) return null;
        var source = await LocalFile.ReadAsync(path, context.Cancellation);
        return HalfCellCurve.Parse(System.Text.Encoding.UTF8.GetString(source.Bytes.Span), source.Name);
    }

    private static void Show(ModesResource modes, VerbContext context)
    {
        var table = new Table().AddColumns("Loss", "%", "95 % interval", "");
        foreach (var mode in modes.Modes)
        {
            table.AddRow(mode.Name, QuantityFormat.Fixed(mode.LossPercent, 2), mode.LowerPercent is { } lower ? $"{QuantityFormat.Fixed(lower, 2)} to {QuantityFormat.Fixed(mode.UpperPercent ?? 0, 2)}" : "", mode.Identifiable ? "" : "not determined by the data");
        }

        context.Console.Write(table);
        context.Console.WriteLine($"{modes.HalfCells}; residuals {QuantityFormat.Number(modes.FirstResidualMillivolt, 3)} and {QuantityFormat.Number(modes.LastResidualMillivolt, 3)} mV");
    }
}
