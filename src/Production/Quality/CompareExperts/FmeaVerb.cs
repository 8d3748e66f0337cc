using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Problems;
using Voltloop.Quality.ReadTables;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.CompareExperts;

/// <summary><c>quality fmea [FILE]</c>.</summary>
internal static class FmeaVerb
{
    private const string Issuer = "urn:voltloop:local";
    private const int Shown = 10;

    private static readonly Argument<string?> File = new("FILE") { Description = FmeaReader.Layout + " Without a file: --of.", Arity = ArgumentArity.ZeroOrOne };
    private static readonly Option<string?> Data = new("--data") { Description = "Units measured along the line, to compare with." };
    private static readonly Option<string?> Observed = new("--observed") { Description = "Failures that were seen, separated by semicolons." };
    private static readonly Option<string?> Absent = new("--absent") { Description = "Failures that were looked for and not seen, separated by semicolons." };
    private static readonly Option<string?> Stations = new("--stations") { Description = "Stations in the order of the line, separated by commas." };
    private static readonly Option<double?> Useful = new("--useful") { Description = "Correlation below which an effect is of no use; 0.1 when left out." };
    private static readonly Option<string?> Of = new("--of") { Description = "Identifier of the line or machine whose analysis the record keeps." };
    private static readonly Option<string?> Keep = new("--keep") { Description = "Identifier of the line or machine for which the record is to keep the analysis from now on." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("fmea", "Ask a failure analysis what is probable, where experts contradict each other, and where data contradict them.\n\nExample: ./run quality fmea samples/quality/line-fmea.csv --data samples/quality/line-stations.csv --observed \"end of line/leak\"")
        {
            File, Data, Observed, Absent, Stations, Useful, Of, Keep,
        };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Keep) is { } thing
            ? host.WriteAsync(parsed, context => KeepAsync(parsed, thing, context), cancellation)
            : parsed.GetValue(Of) is null ? host.RunAsync(parsed, context => RunAsync(parsed, context, null), cancellation)
            : host.ReadAsync(parsed, context => RunAsync(parsed, context, context.Services.GetRequiredService<ExpertKnowledge>()), cancellation));
        return command;
    }

    private static async Task<int> KeepAsync(ParseResult parsed, string thing, VerbContext context)
    {
        var file = parsed.GetValue(File) ?? throw new ProblemException(CommonProblems.BadRequest, "There is no file to keep.", "FILE");
        var analysis = FmeaReader.Read(DelimitedTable.Read(await LocalFile.ReadAsync(file, context.Cancellation)));
        await context.Services.GetRequiredService<ExpertKnowledge>().KeepAsync(thing, analysis, Issuer, context.Cancellation);
        context.Console.WriteLine($"{analysis.Links.Count} links are kept for {thing}.");
        return 0;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context, ExpertKnowledge? kept)
    {
        var fmea = parsed.GetValue(File) is { } path ? await LocalFile.ReadAsync(path, context.Cancellation) : null;
        var data = parsed.GetValue(Data) is { } other ? await LocalFile.ReadAsync(other, context.Cancellation) : null;
        var request = new FmeaRequest(parsed.GetValue(Observed), parsed.GetValue(Absent), parsed.GetValue(Stations), parsed.GetValue(Useful));
        var result = await FmeaEndpoints.CompareAsync((fmea, data, parsed.GetValue(Of)), request, kept, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(FmeaResource result, IAnsiConsole console)
    {
        console.WriteLine(result.Says);
        foreach (var conflict in result.Conflicts) console.WriteLine($"  {conflict.Kind}: {conflict.Says}");
        if (result.Observed.Count > 0)
        {
            var causes = new Table().AddColumns("Cause", "Before", "After");
            foreach (var one in result.Causes.Where(one => one.IsRoot).Take(Shown)) causes.AddRow(Markup.Escape(one.Name), FindCause.CauseWords.Probability(one.Before), FindCause.CauseWords.Probability(one.After));
            console.Write(causes);
        }

        if (result.Verdicts.Count > 0)
        {
            var links = new Table().AddColumns("Experts say", "Data say", "Correlation", "Why");
            foreach (var one in result.Verdicts) links.AddRow(Markup.Escape($"{one.Cause} → {one.Effect}"), one.Verdict, one.Correlation?.ToString("0.00", CultureInfo.InvariantCulture) ?? "", Markup.Escape(one.Says));
            console.Write(links);
        }

        foreach (var note in result.Notes) console.WriteLine("  " + note);
    }
}
