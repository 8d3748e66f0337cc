using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.FoldEvents;

/// <summary><c>events fold</c>: facts from key events.</summary>
internal static class FoldVerb
{
    private static readonly Option<bool> Rebuild = new("--rebuild") { Description = "Look at every event again. What the record says already is not written again." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("fold", "Make facts of key events: dates, places, status, parts. Capturing does it by itself.\n\nExample: ./run events fold --rebuild") { Rebuild };
        command.SetAction((parsed, cancellation) => host.WriteAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var done = await context.Services.GetRequiredService<FoldRunner>().RunAsync(parsed.GetValue(Rebuild), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(done);
        else context.Console.Profile.Out.Writer.WriteLine(Line(done));
        return 0;
    }

    /// <summary>A line for people.</summary>
    public static string Line(FoldCount done) => FormattableString.Invariant(
        $"facts: {done.Stated} stated and {done.Retracted} taken back from {done.Events} events, {done.NewThings} new things; {done.Held} stand back behind what people stated, {done.NotAllowed} were not allowed");
}
