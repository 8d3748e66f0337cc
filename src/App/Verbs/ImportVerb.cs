using System.CommandLine;
using Spectre.Console;
using Voltloop.App.Example;
using Voltloop.App.Hosting;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;
using Voltloop.Web.Composition;

namespace Voltloop.App.Verbs;

/// <summary><c>import FILE...</c>: reads files into the record, each as one unit.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Files to read: capacity tables, time series of cyclers or in BDF, battery passports, EPCIS events; gzip is unpacked. The content decides the format.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Thing = new("--thing") { Description = "The battery a file without identifiers is about.", HelpName = "ID" };
    private static readonly Option<string?> Model = new("--model") { Description = "Model to give to batteries that the import creates.", HelpName = "ID" };
    private static readonly Option<string> Issuer = new("--issuer")
    {
        Description = "Who claims the facts in the files.",
        HelpName = "URI",
        DefaultValueFactory = _ => "urn:voltloop:local",
    };

    private static readonly Option<bool> Strict = new("--strict") { Description = "Refuse files with warnings." };
    private static readonly Option<bool> SkipBadRows = new("--skip-bad-rows") { Description = "Write the good rows of a spreadsheet although others are bad." };
    private static readonly Option<bool> Preview = new("--preview") { Description = "Say what would change, and write nothing." };

    /// <summary>The command.</summary>
    public static Command Build(VerbHost host)
    {
        var command = new Command(
            "import",
            "Read files into the record.\n\nExample: ./run import samples/bdf/*.csv --thing https://id.gs1.org/01/09521234500018/21/CELL-7")
        {
            Files, Thing, Model, Issuer, Strict, SkipBadRows, Preview,
        };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Preview) && host.HasStore(parsed)
            ? host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation)
            : host.WriteAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var desk = context.Services.GetRequiredService<ImportDesk>();
        var options = Options(parsed, context.Services.GetRequiredService<TimeProvider>());
        var results = new List<ImportResult>();
        foreach (var file in parsed.GetRequiredValue(Files))
        {
            var result = await OneAsync(desk, file, options, parsed.GetValue(Preview), context.Cancellation);
            results.Add(result);
            Show(context, result);
        }

        if (context.Json)
        {
            await context.WriteJsonAsync(results);
        }

        return results.Max(result => result.ExitCode);
    }

    private static async Task<ImportResult> OneAsync(
        ImportDesk desk, string file, ImportOptions options, bool preview, CancellationToken cancellation)
    {
        try
        {
            var source = await LocalFile.ReadAsync(file, cancellation);
            var plan = await desk.PlanAsync(source, options, cancellation);
            var receipt = preview ? null : await desk.CommitAsync(plan, cancellation);
            return ImportResult.Of(file, plan, receipt);
        }
        catch (ProblemException refused)
        {
            return ImportResult.Of(file, refused.Problem);
        }
    }

    private static ImportOptions Options(ParseResult parsed, TimeProvider clock) => new(parsed.GetRequiredValue(Issuer), clock.GetUtcNow())
    {
        Thing = parsed.GetValue(Thing) is { } thing ? ThingId.Parse(thing) : null,
        Model = parsed.GetValue(Model) is { } model ? ThingId.Parse(model) : null,
        Strict = parsed.GetValue(Strict),
            SkipBadRows = parsed.GetValue(SkipBadRows),
    };

    private static void Show(VerbContext context, ImportResult result)
    {
        if (context.Json)
        {
            return;
        }

        context.Console.Profile.Out.Writer.WriteLine(result.Summary);
        foreach (var finding in result.Findings)
        {
            context.Console.Profile.Out.Writer.WriteLine($"  {finding.Severity,-7} {finding.Code} {finding.Location}: {finding.Message}");
        }
    }
}
