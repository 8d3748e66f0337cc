using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.SourceResponsibly;

/// <summary><c>sourcing ID</c>: lots of a battery without a valid certificate; exit code 1 when there are any.</summary>
internal static class SourcingVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "The battery, cell or lot, as events name it." };
    private static readonly Option<string?> Element = new("--element") { Description = "Symbol of the element; Co when left out.", HelpName = "SYMBOL" };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("sourcing", "From which lots an element in a battery stems, and which no valid certificate covers. Exit code 1 for gaps.\n\nExample: ./run sourcing https://id.gs1.org/01/09521234543213/21/PACK-1 --element Co") { Id, Element };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var reader = context.Services.GetRequiredService<SourcingReader>();
        var report = await reader.ReadAsync(parsed.GetRequiredValue(Id), parsed.GetValue(Element) ?? SourcingEndpoint.UsualElement, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(report);
        else Print(context.Console, [report.Sentence, report.Basis], report.Gaps.Select(gap => $"{Words.Percent(gap.Share)} {gap.Lot}: {gap.Reason}"));
        return report.Gaps.Count == 0 ? 0 : 1;
    }

    private static void Print(IAnsiConsole console, string[] sentences, IEnumerable<string> gaps)
    {
        foreach (var line in sentences.Where(sentence => sentence.Length > 0).Concat(gaps)) console.WriteLine(line);
    }
}
