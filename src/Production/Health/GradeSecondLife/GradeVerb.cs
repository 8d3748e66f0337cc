using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Health.GradeSecondLife;

/// <summary><c>health grade FILE|ID</c>.</summary>
internal static class GradeVerb
{
    private const string Issuer = "urn:voltloop:health";
    private static readonly Argument<string> What = new("FILE|ID") { Description = "A table of pulses, or a battery whose recorded grading is shown." };
    private static readonly Option<string?> Reference = new("--reference") { Description = "Table of reference cells with soh_percent; the shipped one when absent.", HelpName = "FILE" };
    private static readonly Option<int?> ModuleSize = new("--module-size") { Description = "Group cells of one type and grade into modules of N.", HelpName = "N" };
    private static readonly Option<bool> Write = new("--record") { Description = "Write the gradings to the record; the column cell must then name batteries in it." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("grade", "Grade retired cells from pulses.\n\nExample: ./run health grade samples/pulsebat/to-grade.csv --module-size 4") { What, Reference, ModuleSize, Write };
        command.SetAction((parsed, cancellation) =>
        {
            var what = parsed.GetRequiredValue(What);
            if (!File.Exists(what)) return host.ReadAsync(parsed, context => ShowAsync(what, context), cancellation);
            return parsed.GetValue(Write)
                ? host.WriteAsync(parsed, context => GradeAsync(parsed, context, writes: true), cancellation)
                : host.ReadOrCreateAsync(parsed, context => GradeAsync(parsed, context, writes: false), cancellation);
        });
        return command;
    }

    private static async Task<int> GradeAsync(ParseResult parsed, VerbContext context, bool writes)
    {
        var clock = context.Services.GetRequiredService<TimeProvider>();
        var reference = parsed.GetValue(Reference) is { } path ? GradeReference.Of(path) : context.Services.GetRequiredService<GradeReference>();
        var request = new GradingRequest(null, null, parsed.GetValue(ModuleSize));
        var text = await File.ReadAllTextAsync(parsed.GetRequiredValue(What), context.Cancellation);
        var report = new GradingDesk(reference, clock).Grade(text, request.ReadPolicy(), request.ReadModuleSize(), context.Cancellation);
        if (writes) await context.Services.GetRequiredService<GradeKeeper>().KeepAsync(report, Issuer, context.Cancellation);
        if (context.Json) await JsonSerializer.SerializeAsync(context.Output, report, JsonOutput.Options, context.Cancellation);
        else foreach (var line in Lines(report)) context.Console.Profile.Out.Writer.WriteLine(line);
        return 0;
    }

    private static async Task<int> ShowAsync(string id, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(id, context.Cancellation);
        var statements = await context.Services.GetRequiredService<IRecordReader>().ReadStatementsAsync(thing.Id, AsOf.Latest, context.Cancellation);
        var found = statements.FirstOrDefault(one => string.Equals(one.Statement.Term, HealthTerms.SecondLife, StringComparison.Ordinal))
            ?? throw new ProblemException(CommonProblems.NotFound, $"No grading of {thing.Label} is recorded.", null, "Grade a table of pulses with --record.");
        var cell = found.Statement.Value.AsElement().Deserialize<GradedCell>(JsonOutput.Compact)!;
        if (context.Json) await JsonSerializer.SerializeAsync(context.Output, cell, JsonOutput.Options, context.Cancellation);
        else foreach (var line in (string[])[Line(cell), .. cell.Gates.Select(gate => $"  {gate.Name}: {gate.Outcome} ({gate.Detail})")]) context.Console.Profile.Out.Writer.WriteLine(line);
        return 0;
    }

    private static IEnumerable<string> Lines(GradingReport report)
    {
        foreach (var cell in report.Cells) yield return Line(cell);
        foreach (var group in report.Modules)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{group.Type}, grade {group.Grade}: {group.Modules.Count} modules, {group.Mismatch} % lost to differences (at best {group.Bound} %, as arrived {group.AsArrived} %)");
            foreach (var module in group.Modules) yield return "  " + string.Join(", ", module);
        }
    }

    private static string Line(GradedCell cell) => cell.Grade is null
        ? $"{cell.Cell}  {cell.Status}: the pulses are not like those of the reference cells"
        : string.Create(CultureInfo.InvariantCulture, $"{cell.Cell}  {cell.Health:0.0} % ({cell.Lower:0.0} to {cell.Upper:0.0})  grade {cell.Grade}  {cell.Status}");
}
