using System.CommandLine;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.RegisterPassport;

/// <summary><c>registry self-check | export | record</c>: the way of passports to the registry of the European Commission.</summary>
internal static class RegistryVerb
{
    private const int Blocked = 1;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private static readonly Option<string?> Model = new("--model") { Description = "Only items of this model: identifier or name.", HelpName = "ID" };
    private static readonly Option<string> Out = new("--out") { Description = "Folder to write the files to.", Required = true, HelpName = "DIR" };
    private static readonly Option<bool> Xml = new("--xml") { Description = "Write XML instead of JSON." };
    private static readonly Option<Uri> Url = new("--url") { Description = "Address that takes upload files and answers with a JSON list of replies.", Required = true };
    private static readonly Argument<string> Replies = new("FILE") { Description = "JSON list of replies: uniqueProductIdentifier, registrationIdentifier, registeredAt, proof (base64), versionHash." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("registry", "Hand passports to the registry: self-check, upload files of at most 100, recorded answers.\n\nExample: ./run registry self-check --model VEC-NCM811-1A1");
        command.Subcommands.Add(Sub(new Command("self-check", "What the registry would find wrong. Exit code 1 when anything.\n\nExample: ./run registry self-check") { Model }, host.ReadAsync, CheckAsync));
        command.Subcommands.Add(Sub(new Command("export", "Write upload files for passports that are ready or changed, and note the submission.\n\nExample: ./run registry export --out upload") { Model, Out, Xml }, host.WriteAsync, ExportAsync));
        command.Subcommands.Add(Sub(new Command("submit", "Hand over what is due to a gateway that takes upload files, and record its answers. The Commission's own interface is not documented: use export for it.\n\nExample: ./run registry submit --url http://127.0.0.1:9000/registrations") { Model, Url }, host.WriteAsync, SubmitAsync));
        var record = Sub(new Command("record", "Record the registry's answers: identifiers and proofs.\n\nExample: ./run registry record answers.json"), host.WriteAsync, RecordAsync);
        record.Arguments.Add(Replies);
        command.Subcommands.Add(record);
        return command;
    }

    private static Command Sub(Command command, Func<ParseResult, Func<VerbContext, Task<int>>, CancellationToken, Task<int>> host, Func<ParseResult, VerbContext, Task<int>> run)
    {
        command.SetAction((parsed, cancellation) => host(parsed, context => run(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> CheckAsync(ParseResult parsed, VerbContext context)
    {
        var cases = await CasesAsync(parsed, context);
        if (context.Json) await context.WriteJsonAsync(cases);
        else Print(context.Console, cases);
        return cases.Exists(one => !one.Passed) ? Blocked : 0;
    }

    private static async Task<int> ExportAsync(ParseResult parsed, VerbContext context)
    {
        var due = await DueAsync(parsed, context);
        var folder = Directory.CreateDirectory(parsed.GetRequiredValue(Out)).FullName;
        var desk = context.Services.GetRequiredService<RegistryDesk>();
        foreach (var (part, index) in due.Chunk(UploadFile.MostEntries).Select((part, index) => (part, index)))
        {
            var entries = part.Select(one => one.Entry).ToList();
            var name = $"registry-{index + 1:0000}.{(parsed.GetValue(Xml) ? "xml" : "json")}";
            await File.WriteAllBytesAsync(Path.Combine(folder, name), parsed.GetValue(Xml) ? UploadFile.Xml(entries) : UploadFile.Json(entries), context.Cancellation);
            await desk.NoteSubmissionAsync(part, name, context.Cancellation);
            context.Console.WriteLine($"{name}: {part.Length} registrations");
        }

        if (due.Count == 0) context.Console.WriteLine("Nothing is due. ./run registry self-check says why.");
        return 0;
    }

    private static async Task<List<RegistryCase>> DueAsync(ParseResult parsed, VerbContext context) =>
        (await CasesAsync(parsed, context)).Where(one => one.Passed && one.State is (RegistrationState.Ready or RegistrationState.Changed)).ToList();

    private static async Task<int> SubmitAsync(ParseResult parsed, VerbContext context)
    {
        using var http = new HttpClient { Timeout = Patience };
        var desk = context.Services.GetRequiredService<RegistryDesk>();
        foreach (var part in (await DueAsync(parsed, context)).Chunk(UploadFile.MostEntries))
        {
            var replies = await new RegistryClient(http).SubmitAsync(parsed.GetRequiredValue(Url), UploadFile.Json([.. part.Select(one => one.Entry)]), context.Cancellation);
            await desk.NoteSubmissionAsync(part, parsed.GetRequiredValue(Url).AbsoluteUri, context.Cancellation);
            await desk.RecordAsync(replies, context.Cancellation);
            context.Console.WriteLine($"{part.Length} handed over, {replies.Count} registered");
        }

        return 0;
    }

    private static async Task<int> RecordAsync(ParseResult parsed, VerbContext context)
    {
        var file = parsed.GetRequiredValue(Replies);
        if (!File.Exists(file)) throw new ProblemException(CommonProblems.NotFound, "There is no such file.", file);
        var replies = Read(await File.ReadAllBytesAsync(file, context.Cancellation), file);
        await context.Services.GetRequiredService<RegistryDesk>().RecordAsync(replies, context.Cancellation);
        context.Console.WriteLine($"{replies.Count} registrations recorded");
        return 0;
    }

    private static List<RegistryReply> Read(byte[] bytes, string file)
    {
        try
        {
            return JsonSerializer.Deserialize<List<RegistryReply>>(bytes, JsonSerializerOptions.Web) ?? [];
        }
        catch (JsonException e)
        {
            throw new ProblemException(CommonProblems.MalformedInput, $"The file is not a list of replies: {e.Message}", file);
        }
    }

    private static async Task<List<RegistryCase>> CasesAsync(ParseResult parsed, VerbContext context)
    {
        ThingId? model = parsed.GetValue(Model) is { } text ? (await context.Services.GetRequiredService<ThingResolver>().FindAsync(text, context.Cancellation)).Id : null;
        var cases = new List<RegistryCase>();
        await foreach (var one in context.Services.GetRequiredService<RegistryReader>().CasesAsync(model, context.Cancellation)) cases.Add(one);
        return cases;
    }

    private static void Print(IAnsiConsole console, List<RegistryCase> cases)
    {
        console.WriteLine(string.Join(", ", Enum.GetValues<RegistrationState>().Select(state => $"{cases.Count(one => one.State == state)} {state.ToString().ToLowerInvariant()}")));
        var table = new Table().Border(TableBorder.Simple).AddColumns("Check", "Passports", "For example", "What to do");
        foreach (var check in cases.SelectMany(one => one.Checks.Where(check => !check.Passed)).GroupBy(check => check.Check, StringComparer.Ordinal))
            table.AddRow(Markup.Escape(check.Key), $"{check.Count()}", Markup.Escape(check.First().Detail), Markup.Escape(check.First().Remedy!));
        if (table.Rows.Count > 0) console.Write(table);
    }
}
