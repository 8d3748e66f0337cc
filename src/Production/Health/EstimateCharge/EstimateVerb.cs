using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Provenance;
using Voltloop.Health.Model;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.EstimateCharge;

/// <summary><c>health estimate ID|FILE...</c></summary>
internal static class EstimateVerb
{
    private static readonly Argument<string[]> Inputs = new("ID|FILE")
    {
        Description = "A battery of the record, whose estimate is written there; or files of one cell (BDF or MATLAB), whose estimate is only shown.",
        Arity = ArgumentArity.OneOrMore,
    };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command(
            "estimate",
            "State of charge with its interval, from a slow discharge and a recording of use.\n\nExample: ./run health estimate samples/panasonic-18650pf/*.csv.gz") { Inputs };
        command.SetAction((parsed, cancellation) => Array.TrueForAll(parsed.GetRequiredValue(Inputs), File.Exists)
            ? host.ReadOrCreateAsync(parsed, context => FilesAsync(parsed.GetRequiredValue(Inputs), context), cancellation)
            : host.WriteAsync(parsed, context => ThingAsync(parsed.GetRequiredValue(Inputs)[0], context), cancellation));
        return command;
    }

    private static async Task<int> FilesAsync(string[] files, VerbContext context)
    {
        var recordings = new List<CellRecording>();
        foreach (var file in files)
        {
            recordings.Add(await RecordingFile.ReadAsync(file, context.Cancellation));
        }

        return await ShowAsync(ChargeSummary.Of(ChargeAssessment.Of(recordings)), context);
    }

    private static async Task<int> ThingAsync(string id, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(id, context.Cancellation);
        var outcome = await context.Services.GetRequiredService<ChargeEstimator>().EstimateAsync(thing.Id, "urn:voltloop:local", context.Cancellation);
        return await ShowAsync(ChargeSummary.Of(outcome), context);
    }

    private static async Task<int> ShowAsync(ChargeSummary summary, VerbContext context)
    {
        if (context.Json)
        {
            await context.WriteJsonAsync(summary);
            return 0;
        }

        var table = new Table().Title(Markup.Escape(summary.Over)).AddColumns("", "Value", "Interval, 95 %");
        Add(table, "State of charge at the end", $"{QuantityFormat.Fixed(summary.ChargePercent, 1)} %", summary.ChargeInterval);
        Add(table, "Capacity of the slow discharge", $"{QuantityFormat.Number(summary.SlowCapacityAh)} Ah", null);
        if (summary.CapacityAh is { } ah) Add(table, "Capacity, joint estimate", $"{QuantityFormat.Number(ah)} Ah", summary.CapacityInterval);
        if (summary.Ohm is { } ohm) Add(table, "Resistance at 25 degC and half charge", $"{QuantityFormat.Number(ohm)} Ohm", summary.OhmInterval);
        if (summary.ResidualVolt is { } volt) Add(table, "Voltage residual of the circuit", $"{QuantityFormat.Fixed(1000 * volt, 1)} mV", null);
        if (summary.Nis is { } nis) Add(table, "Normalised innovation squared", QuantityFormat.Fixed(nis, 2), null);
        context.Console.Write(table);
        foreach (var line in summary.Notes.Prepend($"{summary.Method.Method}: {summary.Method.Reference}")) context.Console.WriteLine(line);
        return 0;
    }

    private static void Add(Table table, string name, string value, Interval? interval) =>
        table.AddRow(Markup.Escape(name), Markup.Escape(value), Markup.Escape(interval is { } known ? IntervalFormat.Range(known) : ""));
}
