using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.ShowCycles;

/// <summary><c>health cycles ID</c>.</summary>
internal static class CyclesVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier of the battery, in any spelling." };
    private static readonly Option<string?> Series = new("--series") { Description = "Series to cut into cycles; the longest recording when absent.", HelpName = "SERIES" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "Print a table under BDF names." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("cycles", "Charge, energy, coulombic and energy efficiency of each cycle.\n\nExample: ./run health cycles TBSI-B1T25 --csv > cycles.csv") { Id, Series, Csv };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var cycles = await context.Services.GetRequiredService<CycleReader>().ReadAsync(thing.Id, parsed.GetValue(Series), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(cycles with { Total = cycles.Cycles.Count });
        else if (parsed.GetValue(Csv)) await context.Console.Profile.Out.Writer.WriteAsync(CyclesCsv.Of(cycles.Cycles));
        else Show(cycles, context);
        return 0;
    }

    private static void Show(CyclesResource cycles, VerbContext context)
    {
        var table = new Table().AddColumns("Cycle", "Charged, Ah", "Discharged, Ah", "Energy in, Wh", "Energy out, Wh", "Coulombic, %", "Energy, %");
        foreach (var row in cycles.Cycles)
        {
            double?[] values = [row.Cycle, row.ChargedAh, row.DischargedAh, row.ChargedWh, row.DischargedWh, row.CoulombicEfficiency, row.EnergyEfficiency];
            table.AddRow([.. values.Select(value => value is { } known ? QuantityFormat.Number(known, 5) : "–")]);
        }

        context.Console.Write(table);
    }
}
