using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.SimulatePack;
using Voltloop.Kernels.Detection;
using Voltloop.Kernels.Packs;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.CheckPacks;

/// <summary><c>health pack check FILE|ID</c> and <c>health pack simulate</c>.</summary>
internal static class PackVerb
{
    private const string Issuer = "urn:voltloop:health";
    private static readonly Argument<string> What = new("FILE|ID") { Description = "A table with one column per cell, or a pack whose cells the record holds." };
    private static readonly Option<double?> Capacity = new("--capacity") { Description = "Capacity of a cell, Ah, to tell differences of charge in percent.", HelpName = "AH" };
    private static readonly Option<double?> Alarms = new("--false-alarms") { Description = "False alarms allowed in a year of this pack; 0.1 when absent.", HelpName = "N" };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed; 7 when absent.", HelpName = "N" };
    private static readonly Option<bool> Keep = new("--record") { Description = "State the result about the pack in the record." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var check = new Command("check", "How the cells of a pack differ, and which faults they seem to have.\n\nExample: ./run health pack check samples/packs/pack-with-a-short.csv --capacity 50") { What, Capacity, Alarms, Keep };
        check.SetAction((parsed, cancellation) =>
        {
            var what = parsed.GetRequiredValue(What);
            if (parsed.GetValue(Keep)) return host.WriteAsync(parsed, context => CheckAsync(parsed, context), cancellation);
            return File.Exists(what) ? host.ReadOrCreateAsync(parsed, context => CheckAsync(parsed, context), cancellation) : host.ReadAsync(parsed, context => CheckAsync(parsed, context), cancellation);
        });
        var example = new Command("example", "Writes a made-up table of cells with an internal short planted in it.\n\nExample: ./run health pack example --seed 7") { Seed };
        example.SetAction((parsed, cancellation) => host.ReadOrCreateAsync(parsed, context => Write(new MadeUpPack { Seed = parsed.GetValue(Seed) ?? 7, Cells = 8, Days = 90, Interval = 7200, Faults = [new PlantedFault(SafetyKind.InternalShort, 4, 60.5, 0.01)] }.Measure(), context), cancellation));
        return new Command("pack", "Packs: simulate them, check their cells.") { check, PackSimulateVerb.Build(host), example };
    }

    private static Task<int> Write(PackMatrix matrix, VerbContext context)
    {
        var output = context.Console.Profile.Out.Writer;
        string Head(string name, string unit, int count) => string.Join(',', Enumerable.Range(1, count).Select(i => $"{name}_{i}_{unit}"));
        output.WriteLine($"time_s,current_a,{Head("cell", "v", matrix.Cells)},{Head("temp", "c", matrix.Celsius.Length)}");
        for (var i = 0; i < matrix.Samples; i++)
        {
            double[] row = [matrix.Second[i], matrix.Ampere[i], .. matrix.Volt.Select(cell => cell[i]), .. matrix.Celsius.Select(sensor => sensor[i])];
            output.WriteLine(string.Join(',', row.Select(value => value.ToString("R", CultureInfo.InvariantCulture))));
        }

        return Task.FromResult(0);
    }

    private static async Task<int> CheckAsync(ParseResult parsed, VerbContext context)
    {
        var (what, request) = (parsed.GetRequiredValue(What), new PackCheckRequest(null, parsed.GetValue(Capacity), parsed.GetValue(Alarms), parsed.GetValue(Keep)));
        var report = File.Exists(what) && !parsed.GetValue(Keep)
            ? PackDesk.Check(Path.GetFileName(what), (await LocalFile.ReadAsync(what, context.Cancellation)).Bytes, request)
            : await OfRecordAsync(what, request, context);
        if (context.Json) await context.WriteJsonAsync(report);
        else foreach (var line in PackWords.Lines(report)) context.Console.Profile.Out.Writer.WriteLine(line);
        return 0;
    }

    private static async Task<PackReport> OfRecordAsync(string what, PackCheckRequest request, VerbContext context)
    {
        if (File.Exists(what)) throw new ProblemException(CommonProblems.BadRequest, "Only the result about a pack of the record can be recorded: import the table first.", "--record");
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(what, context.Cancellation);
        var desk = context.Services.GetRequiredService<PackDesk>();
        var report = await desk.CheckAsync(thing.Id, request, context.Cancellation);
        if (request.Keep == true) await desk.KeepAsync(thing.Id, report, Issuer, context.Cancellation);
        return report;
    }
}
