using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Record.Between;
using Voltloop.Tracing.Model.Between;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.AskHolders;

/// <summary><c>chain grants|grant|revoke|partners|partner|forget|questions</c>.</summary>
internal static class ChainVerb
{
    private static readonly Argument<string> Did = new("DID") { Description = "did:web of the other organisation's node." };
    private static readonly Argument<string> Thing = new("ID") { Description = "EPC, lot or class where the chain begins." };
    private static readonly Argument<string> GrantId = new("GRANT") { Description = "Name of the grant." };
    private static readonly Option<bool> Up = new("--up") { Description = "Opens where it comes from." };
    private static readonly Option<string> Purpose = new("--purpose") { Description = $"What for: {string.Join(", ", ChainWords.Purposes)}.", Required = true, HelpName = "WORD" };
    private static readonly Option<int?> Depth = new("--depth") { Description = $"Steps that may be asked, 1 to {ChainGrant.MaxDepth}; 1 when left out.", HelpName = "N" };
    private static readonly Option<DateTimeOffset?> Until = new("--until") { Description = $"When it ends; {ChainDesk.UsualDays} days from now when left out.", HelpName = "TIME" };
    private static readonly Option<string?> Name = new("--name") { Description = "Name for people.", HelpName = "TEXT" };
    private static readonly Option<string[]> Called = new("--called") { Description = "Identifier by which events call it, for example a GLN; may be given again.", HelpName = "ID" };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("chain", "Partners with nodes of their own, and the chains of events that are open to them.");
        command.Subcommands.Add(Reading(host, "grants", "Chains that this node has opened.", GrantsAsync));
        command.Subcommands.Add(Writing(host, new Command("grant", "Open a chain to a party; down unless --up.\n\nExample: ./run chain grant did:web:pack.example https://id.gs1.org/01/09521234500032/10/ORE-17 --purpose recall --depth 2") { Did, Thing, Up, Purpose, Depth, Until }, GrantAsync));
        command.Subcommands.Add(Writing(host, new Command("revoke", "Close a chain, for the next question on.") { GrantId }, RevokeAsync));
        command.Subcommands.Add(Reading(host, "partners", "Organisations with a node of their own.", PartnersAsync));
        command.Subcommands.Add(Writing(host, new Command("partner", "Name a partner; with the DID of this node, the further names of this organisation.\n\nExample: ./run chain partner did:web:cells.example --name \"Cell maker\" --called https://id.gs1.org/417/9521234500001") { Did, Name, Called }, NameAsync));
        command.Subcommands.Add(Writing(host, new Command("forget", "Forget a partner.") { Did }, ForgetAsync));
        command.Subcommands.Add(Reading(host, "questions", "Questions that other nodes asked.", QuestionsAsync));
        return command;
    }

    private static Command Reading(IVerbHost host, string name, string description, Func<VerbContext, Task> run)
    {
        var command = new Command(name, description);
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => DoneAsync(run(context)), cancellation));
        return command;
    }

    private static Command Writing(IVerbHost host, Command command, Func<ParseResult, VerbContext, Task> run)
    {
        command.SetAction((parsed, cancellation) => host.WriteAsync(parsed, context => DoneAsync(run(parsed, context)), cancellation));
        return command;
    }

    private static async Task<int> DoneAsync(Task work)
    {
        await work;
        return 0;
    }

    private static async Task GrantsAsync(VerbContext context) => await ShowAsync(
        context,
        await context.Services.GetRequiredService<ChainRights>().GrantsAsync(context.Cancellation),
        (["Grant", "For", "From thing", "Way", "Steps", "Purpose", "Until (UTC)"],
            grant => [grant.Id, grant.Grantee, grant.Thing, ChainWords.Of(grant.Direction), grant.Depth.ToString(CultureInfo.InvariantCulture), grant.Purpose, Text(grant.To)]));

    private static async Task PartnersAsync(VerbContext context) => await ShowAsync(
        context,
        (await context.Services.GetRequiredService<ChainRights>().PartnersAsync(context.Cancellation)).All,
        (["Node", "Name", "Called"], partner => [partner.Did, partner.Name, string.Join('\n', partner.Names)]));

    private static async Task QuestionsAsync(VerbContext context) => await ShowAsync(
        context,
        context.Services.GetRequiredService<IChainStore>().Questions(ChainEndpoints.MaxRows),
        (["When (UTC)", "Asker", "Thing", "Way", "Purpose", "Outcome", "Events"],
            asked => [Text(asked.At), asked.Asker, asked.Thing, asked.Direction, asked.Purpose, asked.Outcome, asked.Events.ToString(CultureInfo.InvariantCulture)]));

    private static async Task GrantAsync(ParseResult parsed, VerbContext context)
    {
        var grant = await context.Services.GetRequiredService<ChainDesk>().GrantAsync(
            new ChainGrantRequest
            {
                To = parsed.GetRequiredValue(Did), Thing = parsed.GetRequiredValue(Thing), Direction = parsed.GetValue(Up) ? "up" : "down",
                Purpose = parsed.GetRequiredValue(Purpose), Depth = parsed.GetValue(Depth), Until = parsed.GetValue(Until),
            },
            context.Cancellation);
        await TellAsync(context, grant, $"{grant.Id}: open to {grant.Grantee} until {Text(grant.To)}");
    }

    private static async Task RevokeAsync(ParseResult parsed, VerbContext context)
    {
        await context.Services.GetRequiredService<ChainDesk>().RevokeAsync(parsed.GetRequiredValue(GrantId), context.Cancellation);
        await TellAsync(context, new { revoked = parsed.GetRequiredValue(GrantId) }, $"{parsed.GetRequiredValue(GrantId)} is revoked.");
    }

    private static async Task NameAsync(ParseResult parsed, VerbContext context)
    {
        var partner = await context.Services.GetRequiredService<ChainDesk>().NameAsync(
            new ChainPartnerRequest { Did = parsed.GetRequiredValue(Did), Name = parsed.GetValue(Name), Names = parsed.GetValue(Called) }, context.Cancellation);
        await TellAsync(context, partner, $"{partner.Did} is {partner.Name}.");
    }

    private static async Task ForgetAsync(ParseResult parsed, VerbContext context)
    {
        await context.Services.GetRequiredService<ChainDesk>().ForgetAsync(parsed.GetRequiredValue(Did), context.Cancellation);
        await TellAsync(context, new { forgotten = parsed.GetRequiredValue(Did) }, $"{parsed.GetRequiredValue(Did)} is forgotten.");
    }

    private static async Task TellAsync<T>(VerbContext context, T value, string line)
    {
        if (context.Json) await context.WriteJsonAsync(value);
        else context.Console.Profile.Out.Writer.WriteLine(line);
    }

    private static async Task ShowAsync<T>(VerbContext context, IReadOnlyList<T> rows, (string[] Columns, Func<T, string[]> Row) layout)
    {
        if (context.Json)
        {
            await context.WriteJsonAsync(rows);
            return;
        }

        var table = new Table().Border(TableBorder.Simple).AddColumns(layout.Columns);
        foreach (var row in rows) table.AddRow([.. layout.Row(row).Select(Markup.Escape)]);
        context.Console.Write(table);
        if (rows.Count == 0) context.Console.WriteLine("None.");
    }

    private static string Text(DateTimeOffset moment) => moment.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);
}
