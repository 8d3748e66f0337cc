using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Passport.ComposeBattery;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.ChangeLifecycle;

/// <summary><c>lifecycle ID --to STATUS [--new-id ID] [--operator ID] [--with ID] [--part] [--component ID]</c>.</summary>
internal static class LifecycleVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier, serial number or name of a battery." };
    private static readonly Option<string?> To = new("--to") { Description = "repurposed, re-used, remanufactured, waste or recycled.", HelpName = "STATUS" };
    private static readonly Option<string?> NewId = new("--new-id") { Description = "Identifier of the battery in its new life.", HelpName = "ID" };
    private static readonly Option<string?> Operator = new("--operator") { Description = "Operator who takes over responsibility.", HelpName = "ID" };

    private static readonly Option<string[]> With = new("--with") { Description = "Further batteries whose life the new one continues.", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<bool> Part = new("--part") { Description = "Only a part of the old batteries goes on; their passports stay in force." };
    private static readonly Option<string[]> Component = new("--component") { Description = "Batteries that the new one is made of.", HelpName = "ID", AllowMultipleArgumentsPerToken = true };

    public static Command Build(IVerbHost host)
    {
        var command = new Command(
            "lifecycle",
            "Take a battery to the next step of its life, or hand it over to another operator.\n\nExample: ./run lifecycle TBSI-B1T25 --to repurposed --new-id https://id.gs1.org/01/09521234500025/21/SL-1 --operator https://id.gs1.org/417/9521234500001")
        {
            Id, To, NewId, Operator, With, Part, Component,
        };
        command.SetAction((parsed, cancellation) => host.WriteAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var request = new LifecycleRequest
        {
            To = parsed.GetValue(To), NewId = parsed.GetValue(NewId), Operator = parsed.GetValue(Operator), With = await VerbIds.FindAsync(parsed.GetValue(With), context),
            Part = parsed.GetValue(Part), Components = parsed.GetValue(Component) is { Length: > 0 } named ? await VerbIds.FindAsync(named, context) : null,
        };
        var state = await context.Services.GetRequiredService<LifecycleChanger>().ChangeAsync(thing.Id, request, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(state);
        else Print(context.Console, state);
        return 0;
    }

    private static void Print(IAnsiConsole console, LifecycleState state)
    {
        console.WriteLine($"{state.Id} is {state.Status}{(state.Ceased ? "; its passport has ceased to exist" : "")}.");
        if (state.Operator is not null) console.WriteLine($"operator {state.Operator}");
        foreach (var successor in state.Successors) console.WriteLine($"goes on as {successor}");
        if (state.Next.Count > 0) console.WriteLine($"may become {string.Join(", ", state.Next)}");
    }
}
