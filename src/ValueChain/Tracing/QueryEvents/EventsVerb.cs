using System.CommandLine;
using System.Globalization;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Log;
using Voltloop.Tracing.CaptureEvents;
using Voltloop.Tracing.FoldEvents;
using Voltloop.Tracing.HashEvents;
using Voltloop.Tracing.ListKeyEvents;
using Voltloop.Tracing.Model;
using Voltloop.Tracing.Model.Query;
using Voltloop.Tracing.VerifyEvents;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.QueryEvents;

/// <summary><c>events</c>: events by any parameter of SimpleEventQuery; <c>events prove</c>, <c>verify</c> and <c>hash</c>.</summary>
internal static class EventsVerb
{
    private const int Unproven = 1;

    private static readonly Argument<string[]> Parameters = new("NAME=VALUE") { Description = "Parameters of SimpleEventQuery, for example MATCH_anyEPC=... or EQ_bizStep=shipping; several values stand between bars.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier of an event, or its hash." };
    private static readonly Argument<FileInfo> Proof = new("FILE") { Description = "What ./run events prove wrote." };
    private static readonly Argument<FileInfo> Document = new("FILE") { Description = "A document of events, JSON-LD or XML." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("events", "List events, latest first.\n\nExample: ./run events EQ_bizStep=shipping GE_eventTime=2027-01-01T00:00:00Z perPage=50") { Parameters };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => ListAsync(parsed, context), cancellation));
        command.Subcommands.Add(Sub("prove", "Write the proof that the log holds an event.\n\nExample: ./run events prove urn:uuid:... > proof.json", Id, (parsed, token) => host.ReadAsync(parsed, context => ProveAsync(parsed, context), token)));
        command.Subcommands.Add(Sub("verify", "Check the proof of an event against the node of --data. Exit code 0 only when it holds.", Proof, (parsed, token) => host.ReadAsync(parsed, context => VerifyAsync(parsed, context), token)));
        command.Subcommands.Add(Sub("hash", "Say the hashes (CBV 2.0 and 2.1) of every event of a document.", Document, (parsed, token) => host.ReadAsync(parsed, context => HashAsync(parsed, context), token)));
        command.Subcommands.Add(KeyEventsVerb.Build(host));
        command.Subcommands.Add(FoldVerb.Build(host));
        return command;
    }

    private static Command Sub(string name, string description, Argument argument, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description) { argument };
        command.SetAction(run);
        return command;
    }

    private static async Task<int> ListAsync(ParseResult parsed, VerbContext context)
    {
        QueryParameter[] parameters = [.. (parsed.GetValue(Parameters) ?? []).Select(Read)];
        var query = new QueryReader(EventNamespaces.Official).Read(parameters);
        var page = await context.Services.GetRequiredService<QueryRunner>().RunAsync(query, PageToken.Read(parameters.FirstOrDefault(p => p.Name == "nextPageToken")?.Value, parameters), context.Cancellation);
        if (context.Json) await context.Output.WriteAsync(QueryDocument.Write(page.Events, new QueryHeading(QueryHeading.Simple, context.Services.GetRequiredService<TimeProvider>().GetUtcNow(), EpcFormat.AsCaptured)), context.Cancellation);
        else Print(context.Console, page, parameters);
        return 0;
    }

    private static QueryParameter Read(string text) => text.Split('=', 2) is [var name, var value] && value.Length > 0
        ? new QueryParameter(name, value.Split('|'))
        : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not NAME=VALUE.");

    private static void Print(IAnsiConsole console, QueryPage page, IReadOnlyList<QueryParameter> parameters)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("When (UTC)", "Event", "What", "Where", "Identifier");
        foreach (var recorded in page.Events)
        {
            var line = EventSummary.Of(recorded);
            table.AddRow(recorded.EventTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), Markup.Escape(line.Title), Markup.Escape(line.About), Markup.Escape(line.Place ?? ""), Markup.Escape(line.Identity));
        }

        console.Write(table);
        if (page.Events.Count == 0) console.WriteLine("No events.");
        if (page.Next is { } next) console.WriteLine($"More: add nextPageToken={next.Write(parameters)}");
    }

    private static async Task<int> ProveAsync(ParseResult parsed, VerbContext context)
    {
        var proof = await context.Services.GetRequiredService<EventProver>().ProveAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        await JsonSerializer.SerializeAsync(context.Output, proof, new JsonSerializerOptions(FindingJson.Options) { WriteIndented = true }, context.Cancellation);
        return 0;
    }

    private static async Task<int> VerifyAsync(ParseResult parsed, VerbContext context)
    {
        var bytes = await ReadAsync(parsed.GetRequiredValue(Proof), EventProofCheck.MaxBytes, context.Cancellation);
        var report = new EventProofCheck(context.Services.GetRequiredService<IRecordLog>().Keys.LogKeys).Check(bytes);
        if (context.Json) await context.WriteJsonAsync(report);
        else foreach (var step in report.Steps.Append(report.Holds ? "Everything is proven." : "It is NOT proven.")) context.Console.Profile.Out.Writer.WriteLine(step);
        return report.Holds ? 0 : Unproven;
    }

    private static async Task<int> HashAsync(ParseResult parsed, VerbContext context)
    {
        var limits = context.Services.GetRequiredService<CaptureDesk>().Limits;
        var hashed = EventHasher.Hash(await ReadAsync(parsed.GetRequiredValue(Document), limits.MaxBytes, context.Cancellation), limits.MaxEvents);
        if (context.Json) await context.WriteJsonAsync(hashed);
        else foreach (var one in hashed) context.Console.Profile.Out.Writer.WriteLine($"{one.Cbv20}  {one.Location}{(one.EventIdHolds == false ? "  eventID differs" : "")}");
        return hashed.Any(one => one.EventIdHolds == false) ? Unproven : 0;
    }

    private static async Task<byte[]> ReadAsync(FileInfo file, int most, CancellationToken cancellation)
    {
        if (!file.Exists) throw new ProblemException(CommonProblems.NotFound, $"{file.FullName} is not there.");
        return file.Length <= most ? await File.ReadAllBytesAsync(file.FullName, cancellation)
            : throw new ProblemException(CommonProblems.LimitExceeded, $"{file.FullName} has {file.Length} bytes; the limit is {most}.");
    }
}
