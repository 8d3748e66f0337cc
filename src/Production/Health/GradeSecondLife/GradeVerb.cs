using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Grading;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

namespace Voltloop.Health.GradeSecondLife;

/// <summary><c>health grade FILE|ID</c>.</summary>
internal static class GradeVerb
{
    private const string Issuer = "urn:voltloop:health";
    private static readonly Argument<string> What = new("FILE|ID") { Description = "A table of pulses; or a battery, whose recorded grading is shown, or with --record made." };
    private static readonly Option<string?> Reference = new("--reference") { Description = "Table of reference cells with soh_percent; the shipped one when absent.", HelpName = "FILE" };
    private static readonly Option<int?> ModuleSize = new("--module-size") { Description = "Group cells of one type and grade into modules of N.", HelpName = "N" };
    private static readonly Option<bool> Write = new("--record") { Description = "Write the gradings to the record. Of a table, the column cell must then name batteries in it; a battery is graded on the state of health in its record." };

    private static readonly Option<string?> Visual = new("--visual") { Description = "With --record and a battery: pass or fail, looked at for damage.", HelpName = "RESULT" };
    private static readonly Option<string?> History = new("--history") { Description = "The same: pass or fail, records of use without abuse.", HelpName = "RESULT" };
    private static readonly Option<string?> Insulation = new("--insulation") { Description = "The same: insulation resistance, Ohm per volt.", HelpName = "OHM" };
    private static readonly Option<string?> SelfDischarge = new("--self-discharge") { Description = "The same: % a month.", HelpName = "PERCENT" };
    private static readonly Option<string?> Manufactured = new("--manufactured") { Description = "The same: day of manufacture.", HelpName = "DAY" };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("grade", "Grade retired cells from pulses.\n\nExample: ./run health grade samples/pulsebat/to-grade.csv --module-size 4") { What, Reference, ModuleSize, Write, Visual, History, Insulation, SelfDischarge, Manufactured };
        command.SetAction((parsed, cancellation) =>
        {
            var what = parsed.GetRequiredValue(What);
            if (!File.Exists(what)) return parsed.GetValue(Write)
                ? host.WriteAsync(parsed, context => GradeRecordedAsync(parsed, context), cancellation)
                : host.ReadAsync(parsed, context => ShowAsync(what, context), cancellation);
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
        if (context.Json) await context.WriteJsonAsync(report);
        else foreach (var line in Lines(report)) context.Console.Profile.Out.Writer.WriteLine(line);
        return 0;
    }

    private static async Task<int> GradeRecordedAsync(ParseResult parsed, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(What), context.Cancellation);
        var checks = new ChecksRequest
        {
            Visual = parsed.GetValue(Visual), History = parsed.GetValue(History), Insulation = parsed.GetValue(Insulation),
            SelfDischarge = parsed.GetValue(SelfDischarge), Manufactured = parsed.GetValue(Manufactured),
        };
        var cell = await context.Services.GetRequiredService<RecordGrader>().GradeAsync(thing.Id, (checks.Read(), new GradingPolicy()), Issuer, context.Cancellation);
        return await ShowAsync(cell, context);
    }

    private static async Task<int> ShowAsync(string id, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(id, context.Cancellation);
        var statements = await context.Services.GetRequiredService<IRecordReader>().ReadStatementsAsync(thing.Id, AsOf.Latest, context.Cancellation);
        var found = statements.FirstOrDefault(one => string.Equals(one.Statement.Term, HealthTerms.SecondLife, StringComparison.Ordinal))
            ?? throw new ProblemException(CommonProblems.NotFound, $"No grading of {thing.Label} is recorded.", null, "Grade a table of pulses with --record.");
        return await ShowAsync(found.Statement.Value.AsElement().Deserialize<GradedCell>(JsonOutput.Compact)!, context);
    }

    private static async Task<int> ShowAsync(GradedCell cell, VerbContext context)
    {
        if (context.Json) await context.WriteJsonAsync(cell);
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
