using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Provenance;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.CompareCells;

/// <summary><c>health compare ID ID...</c></summary>
internal static class CompareVerb
{
    private static readonly Argument<string[]> Ids = new("ID") { Description = $"Batteries in any spelling, at most {CompareRequest.MostCells}.", Arity = ArgumentArity.OneOrMore };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("compare", "Batteries beside each other: state of health, capacity and life with intervals; with --json also the curves.\n\nExample: ./run health compare TBSI-B1T25 TBSI-B10T35") { Ids };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(new CompareRequest(parsed.GetRequiredValue(Ids)), context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(CompareRequest request, VerbContext context)
    {
        var compared = await context.Services.GetRequiredService<CompareReader>().ReadAsync(request, withFigures: true, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(compared);
        else Show(compared, context);
        return 0;
    }

    private static void Show(CompareResource compared, VerbContext context)
    {
        var table = new Table().AddColumns("Battery", "State of health, %", "Capacity, Ah", "Cycles", "80 % at cycle");
        foreach (var cell in compared.Cells)
        {
            table.AddRow(
                Markup.Escape(cell.Label), Markup.Escape(Text(cell.StateOfHealth, cell.StateOfHealthInterval)), Markup.Escape(Text(cell.RemainingAh, cell.RemainingInterval)),
                QuantityFormat.Number(cell.Cycles ?? double.NaN), Markup.Escape(cell.HasEnded ? $"{Text(cell.LifeCycles, null)}, seen" : Text(cell.LifeCycles, cell.LifeInterval)));
        }

        context.Console.Write(table);
        foreach (var cell in compared.Cells) if (cell.LifeRefusal is { } refusal) context.Console.WriteLine($"{cell.Label}: no forecast: {refusal}");
    }

    private static string Text(double? value, Interval? interval) =>
        QuantityFormat.Number(value ?? double.NaN) + (interval is { } known ? $" ({IntervalFormat.Range(known)})" : "");
}
