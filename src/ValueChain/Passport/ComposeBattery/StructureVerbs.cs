using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Time;
using Voltloop.Record.Policies;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.ComposeBattery;

/// <summary><c>structure ID</c> shows what a battery is made of; <c>compose ID --add ID --remove ID</c> changes it.</summary>
internal static class StructureVerbs
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier, serial number or name of a battery." };
    private static readonly Option<int> Depth = new("--depth") { Description = "Levels to resolve, 0 to 8.", HelpName = "N", DefaultValueFactory = _ => StructureQuery.UsualDepth };
    private static readonly Option<string[]> Add = new("--add") { Description = "Battery that comes in; may be given several times.", HelpName = "ID", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Remove = new("--remove") { Description = "Battery that is taken out; may be given several times.", HelpName = "ID", AllowMultipleArgumentsPerToken = true };

    public static Command BuildStructure(IVerbHost host)
    {
        var command = new Command("structure", "Show what a battery is made of, each part from its own passport.\n\nExample: ./run structure https://id.gs1.org/01/09521234500025/21/PACK-1 --depth 2") { Id, Depth };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => ShowAsync(parsed, parsed.GetValue(Depth), context), cancellation));
        return command;
    }

    public static Command BuildCompose(IVerbHost host)
    {
        var command = new Command("compose", "Put batteries into another, or take them out.\n\nExample: ./run compose https://id.gs1.org/01/09521234500025/21/PACK-1 --add TBSI-B1T25 TBSI-B1T26") { Id, Add, Remove };
        command.SetAction((parsed, cancellation) => host.WriteAsync(parsed, context => ComposeAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> ComposeAsync(ParseResult parsed, VerbContext context)
    {
        var whole = await FindAsync(parsed.GetRequiredValue(Id), context);
        var request = new ComposeRequest { Add = await VerbIds.FindAsync(parsed.GetValue(Add), context), Remove = await VerbIds.FindAsync(parsed.GetValue(Remove), context) };
        await context.Services.GetRequiredService<Composer>().ComposeAsync(whole.Id, request, context.Cancellation);
        return await ShowAsync(parsed, 1, context);
    }

    private static async Task<int> ShowAsync(ParseResult parsed, int depth, VerbContext context)
    {
        var thing = await FindAsync(parsed.GetRequiredValue(Id), context);
        var tree = await context.Services.GetRequiredService<StructureReader>().ReadAsync(thing.Id, StructureQuery.Of(depth, AsOf.Latest, AudiencePolicy.Operator), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(tree);
        else Print(context.Console, tree, 0);
        return 0;
    }

    private static Task<Thing> FindAsync(string text, VerbContext context) => context.Services.GetRequiredService<ThingResolver>().FindAsync(text, context.Cancellation);

    private static void Print(IAnsiConsole console, BatteryNode node, int level)
    {
        var more = node.Components is null && node.ComponentCount > 0 ? $", {node.ComponentCount} parts" : "";
        console.WriteLine($"{new string(' ', level * 2)}{node.Kind ?? "in another record"} {node.Label ?? node.Id}{(node.Ceased ? ", ceased" : node.Status is { } status ? $", {status}" : "")}{more}");
        foreach (var part in node.Components ?? []) Print(console, part, level + 1);
    }
}
