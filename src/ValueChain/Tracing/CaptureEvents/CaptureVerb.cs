using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.FoldEvents;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary><c>capture FILE...</c>: documents of events into the record.</summary>
internal static class CaptureVerb
{
    private static readonly Argument<string[]> Files = new("FILE") { Description = "EPCIS documents: JSON-LD, or XML 1.1 to 2.0. The content decides the format.", Arity = ArgumentArity.OneOrMore };
    private static readonly Option<bool> Proceed = new("--proceed") { Description = "Keep the good events of a document although others are refused." };

    private static readonly Option<KeyEventMode?> KeyEvents = new("--key-events") { Description = "What broken rules of key events do: off, warn (the usual) or reject." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("capture", "Capture documents of EPCIS events. Exit code 0 only when every event of every file was taken.\n\nExample: ./run capture samples/events/*.jsonld --data ./mine") { Files, Proceed, KeyEvents };
        command.SetAction((parsed, cancellation) => host.WriteAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var desk = context.Services.GetRequiredService<CaptureDesk>();
        var outcomes = new List<CapturedFile>();
        foreach (var file in parsed.GetRequiredValue(Files))
        {
            var outcome = await OneAsync(desk, file, (parsed.GetValue(Proceed), parsed.GetValue(KeyEvents)), context.Cancellation);
            outcomes.Add(outcome);
            if (!context.Json) Show(context, outcome);
        }

        // No server follows the events here.
        var facts = await context.Services.GetRequiredService<FoldRunner>().RunAsync(rebuild: false, context.Cancellation);
        if (!context.Json && facts.Stated + facts.Retracted > 0) context.Console.Profile.Out.Writer.WriteLine(FoldVerb.Line(facts));
        if (context.Json) await context.WriteJsonAsync(outcomes);
        return outcomes.Max(outcome => outcome.ExitCode);
    }

    private static async Task<CapturedFile> OneAsync(CaptureDesk desk, string file, (bool Proceed, KeyEventMode? KeyEvents) asked, CancellationToken cancellation)
    {
        try
        {
            var result = await desk.CaptureAsync(new CaptureRequest(await ReadAsync(desk, file, cancellation), !asked.Proceed) { Name = Path.GetFileName(file), KeyEvents = asked.KeyEvents }, cancellation);
            var job = CaptureJobResource.Of(result.Job);
            return new CapturedFile(file, job.Success ? 0 : TracingProblems.InvalidEvent.ExitCode) { Job = job };
        }
        catch (ProblemException refused)
        {
            return new CapturedFile(file, refused.Problem.Kind.ExitCode) { Problem = refused.Problem.ToString() };
        }
    }

    private static async Task<byte[]> ReadAsync(CaptureDesk desk, string file, CancellationToken cancellation)
    {
        var info = new FileInfo(file);
        if (!info.Exists) throw new ProblemException(CommonProblems.NotFound, $"{file} is not there.");
        desk.CheckSize(info.Length);
        return await File.ReadAllBytesAsync(file, cancellation);
    }

    private static void Show(VerbContext context, CapturedFile outcome)
    {
        var writer = context.Console.Profile.Out.Writer;
        if (outcome.Job is not { } job)
        {
            writer.WriteLine($"{outcome.File}: {outcome.Problem}");
            return;
        }

        writer.WriteLine(FormattableString.Invariant($"{outcome.File}: {job.Events} events, {job.Written} new, {job.Known} known before, {job.Events - job.Written - job.Known} refused (job {job.CaptureID})"));
        foreach (var finding in job.Errors) writer.WriteLine($"  error   {Line(finding)}");
        foreach (var finding in job.Warnings) writer.WriteLine($"  warning {Line(finding)}");
    }

    private static string Line(CaptureFinding finding) =>
        $"{finding.Location}: {(finding.Rule is { } rule ? rule + ": " : "")}{finding.Detail}{(finding.Remedy is { } remedy ? " " + remedy : "")}";
}
