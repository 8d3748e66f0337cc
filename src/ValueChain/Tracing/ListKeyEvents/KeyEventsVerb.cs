using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Voltloop.Tracing.CheckKeyEvents;
using Voltloop.Tracing.Model.KeyEvents;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.ListKeyEvents;

/// <summary><c>events vocabulary</c>: key events and their rules.</summary>
internal static class KeyEventsVerb
{
    public static Command Build(IVerbHost host)
    {
        var command = new Command("vocabulary", "List the key events of a battery with their rules.\n\nExample: ./run events vocabulary --json");
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, RunAsync, cancellation));
        return command;
    }

    private static async Task<int> RunAsync(VerbContext context)
    {
        var all = KeyEventResource.All(context.Services.GetRequiredService<KeyEventVocabulary>(), context.Services.GetRequiredService<IOptions<KeyEventPolicy>>().Value);
        if (context.Json) await context.WriteJsonAsync(all);
        else foreach (var one in all) Print(context.Console.Profile.Out.Writer, one);
        return 0;
    }

    private static void Print(TextWriter writer, KeyEventResource one)
    {
        writer.WriteLine($"{one.Code} ({one.Stage}): {one.Description}");
        writer.WriteLine($"  {string.Join(", ", one.EventTypes)}; bizStep {string.Join(", ", one.BizSteps)}");
        foreach (var rule in one.Rules) writer.WriteLine($"  {rule.Strength,-6} {rule.Id}: {rule.Asks}{(rule.When is { } when ? $" (when {when})" : "")}");
    }
}
