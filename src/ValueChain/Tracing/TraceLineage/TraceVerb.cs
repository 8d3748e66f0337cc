using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Problems;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.TraceLineage;

/// <summary><c>trace ID --up|--down</c>.</summary>
internal static class TraceVerb
{
    private static readonly Argument<string[]> Id = new("ID") { Description = "EPC, lot or class, as events name it.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<bool> Up = new("--up") { Description = "Where it comes from." };
    private static readonly Option<bool> Down = new("--down") { Description = "Where it went (the usual)." };
    private static readonly Option<DateTimeOffset?> AsOf = new("--as-of") { Description = "What held at this moment.", HelpName = "TIME" };
    private static readonly Option<double?> FromMetre = new("--from-metre") { Description = "Beginning of a stretch of the coil.", HelpName = "M" };
    private static readonly Option<double?> ToMetre = new("--to-metre") { Description = "End of the stretch.", HelpName = "M" };
    private static readonly Option<int?> Lane = new("--lane") { Description = "Lane of the stretch, from 1.", HelpName = "N" };
    private static readonly Option<int?> MaxNodes = new("--max-nodes") { Description = $"Most nodes to walk through; {LineageQuestion.UsualNodes} when left out.", HelpName = "N" };

    private static readonly Option<bool> Rebuild = new("--rebuild") { Description = "Build the lineage index from the record and write it." };
    private static readonly Option<bool> Verify = new("--verify") { Description = "Compare the lineage index, edge for edge, with one that is built from the record. Exit code 1 when they differ." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("trace", "Show where something went, or where it comes from.\n\nExample: ./run trace https://id.gs1.org/01/09521234500032/10/ROLL-0007 --down --from-metre 812 --to-metre 940")
        {
            Id, Up, Down, AsOf, FromMetre, ToMetre, Lane, MaxNodes, Rebuild, Verify,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        if (parsed.GetValue(Rebuild) || parsed.GetValue(Verify)) return await TendAsync(parsed, context);
        if (parsed.GetValue(Up) && parsed.GetValue(Down)) throw new ProblemException(CommonProblems.BadRequest, "A walk goes up or down.", "--up");
        var request = new LineageRequest
        {
            Id = parsed.GetValue(Id) ?? [],
            Direction = parsed.GetValue(Up) ? "up" : "down",
            AsOf = parsed.GetValue(AsOf),
            FromMetre = parsed.GetValue(FromMetre),
            ToMetre = parsed.GetValue(ToMetre),
            Lane = parsed.GetValue(Lane),
            MaxNodes = parsed.GetValue(MaxNodes),
        };
        var answer = await context.Services.GetRequiredService<LineageReader>().ReadAsync(request.Question(), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(answer);
        else Print(context.Console, answer);
        return 0;
    }

    private static async Task<int> TendAsync(ParseResult parsed, VerbContext context)
    {
        var index = context.Services.GetRequiredService<LineageIndex>();
        if (parsed.GetValue(Rebuild)) await index.RebuildAsync(context.Cancellation);
        var verification = parsed.GetValue(Verify) ? await index.VerifyAsync(context.Cancellation) : null;
        var status = await index.StatusAsync(context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(new { status, verification });
        else context.Console.WriteLine(Text(status, verification));
        return verification is { IsEqual: false } ? 1 : 0;
    }

    private static string Text(LineageStatus status, LineageVerification? verification)
    {
        var state = string.Create(CultureInfo.InvariantCulture, $"Lineage of events 1 to {status.Events} of {status.Newest}: {status.Nodes} nodes, {status.Edges} edges; base {status.File ?? "in memory"}, {status.BaseBytes} bytes.");
        return verification is null ? state
            : verification.IsEqual ? $"{state}\nEqual to a fresh build, edge for edge: {verification.Digest}."
            : $"{state}\nNOT what a fresh build gives: {verification.Digest} instead of {verification.Expected}. Run trace --rebuild.";
    }

    private static void Print(IAnsiConsole console, LineageAnswer answer)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Steps", answer.Direction == "up" ? "Part" : "Went into", answer.Direction == "up" ? "Of" : "From", "How", "When (UTC)", "Mass, kg", "Share, %");
        foreach (var node in answer.Nodes) table.AddRow(Row(node));
        console.Write(table);
        console.WriteLine($"{answer.Nodes.Count} found{(answer.IsCut ? "; there is more: ask with a larger --max-nodes" : "")}.");
    }

    private static string[] Row(LineageNode node) =>
    [
        node.Steps.ToString(CultureInfo.InvariantCulture), Markup.Escape(node.Id), Markup.Escape(node.Over), node.IsOpen ? node.Kind : node.Kind + ", ended",
        node.At.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture),
        node.MassKg?.ToString("G4", CultureInfo.InvariantCulture) ?? "", node.Share is { } share ? (100 * share).ToString("G4", CultureInfo.InvariantCulture) : "",
    ];
}
