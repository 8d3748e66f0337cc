using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Passport.ServeEn18222;
using Voltloop.Record.Policies;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.ListChanges;

/// <summary><c>changes ID [--limit N] [--cursor PLACE]</c>.</summary>
internal static class ChangesVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier, serial number or name of a battery or model." };
    private static readonly Option<int> Limit = new("--limit") { Description = "Most changes to list.", HelpName = "N", DefaultValueFactory = _ => ChangeQuery.UsualLimit };
    private static readonly Option<string?> Cursor = new("--cursor") { Description = "Where to go on.", HelpName = "PLACE" };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("changes", "List who changed what of a passport, and when, newest first (EN 18223, 4.3).\n\nExample: ./run changes TBSI-B1T25 --limit 5") { Id, Limit, Cursor };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var query = ChangeQuery.Read(parsed.GetValue(Cursor), parsed.GetValue(Limit).ToString(CultureInfo.InvariantCulture), AudiencePolicy.Operator);
        var page = await context.Services.GetRequiredService<ChangeReader>().ReadAsync(thing, query, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(page);
        else Print(context.Console, page);
        return 0;
    }

    private static void Print(IAnsiConsole console, ChangePage page)
    {
        foreach (var change in page.Items)
        {
            console.WriteLine($"{DppDocument.Moment(change.Timestamp)}  {change.Actor}  change {change.ChangeId} of {change.Subject}");
            foreach (var path in change.ChangedProperties) console.WriteLine($"  {path}");
        }

        if (page.Cursor is { } cursor) console.WriteLine($"more: --cursor {cursor}");
    }
}
