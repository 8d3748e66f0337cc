using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.BalanceMass;

/// <summary><c>balance</c>: books of sites; exit code 1 when something in them needs a look.</summary>
internal static class BalanceVerb
{
    private const int NeedsLook = 1;

    private static readonly Option<string?> Site = new("--site") { Description = "Only this site, as events name it.", HelpName = "ID" };
    private static readonly Option<string?> Element = new("--element") { Description = "Only this element, as a symbol; mass for all of a lot.", HelpName = "SYMBOL" };
    private static readonly Option<string?> From = new("--from") { Description = "Lines and findings from this day on, yyyy-mm-dd.", HelpName = "DATE" };
    private static readonly Option<string?> To = new("--to") { Description = "Events up to this day, yyyy-mm-dd.", HelpName = "DATE" };
    private static readonly Option<string?> Period = new("--period") { Description = "week, month, quarter or year; month when left out.", HelpName = "LENGTH" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "Write the ledger lines as a table to standard output." };

    private static readonly Option<int> Seed = new("--seed") { Description = "Same seed, same network; 7 when left out.", HelpName = "N", DefaultValueFactory = _ => 7 };
    private static readonly Option<string> Culprit = new("--culprit") { Description = "Where undeclared material is mixed in: mine-1 to mine-6, trader-1 to trader-3, smelter-1 to smelter-3, or nobody.", HelpName = "NAME", DefaultValueFactory = _ => "mine-2" };
    private static readonly Option<double> Share = new("--share") { Description = "Undeclared part of what it ships, 0 to 0.9; 0.1 when left out.", HelpName = "PART", DefaultValueFactory = _ => 0.1 };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("balance", "Balance the mass of materials over sites and show what does not fit. Exit code 1 when something needs a look.\n\nExample: ./run balance --element Co --period quarter")
        {
            Site, Element, From, To, Period, Csv, Example(),
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static Command Example()
    {
        var example = new Command("example", "Write the events of a made-up cobalt supply network of 36 months as an EPCIS document, with one site that mixes in undeclared material from month 19 on.\n\nExample: ./run balance example --culprit trader-2 > supply.json") { Seed, Culprit, Share };
        example.SetAction(async (parsed, cancellation) =>
        {
            var culprit = parsed.GetRequiredValue(Culprit);
            var scenario = new SupplyScenario(parsed.GetValue(Seed)) { Culprit = culprit == "nobody" ? null : culprit, Share = Math.Clamp(parsed.GetValue(Share), 0, 0.9), Since = 18 };
            var text = SupplyEvents.Document(SupplySimulation.Run(scenario, new CustodyPolicy()));
            await parsed.InvocationConfiguration.Output.WriteAsync(text.AsMemory(), cancellation);
        });
        return example;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new BalanceRequest(parsed.GetValue(Site), parsed.GetValue(Element), parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Period));
        var balance = await context.Services.GetRequiredService<BalanceReader>().ReadAsync(request, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(balance);
        else if (parsed.GetValue(Csv)) await context.Output.WriteAsync(Encoding.UTF8.GetBytes(BalanceCsv.Of(balance)), context.Cancellation);
        else Print(context.Console, balance);
        return balance.Findings.Count == 0 ? 0 : NeedsLook;
    }

    private static void Print(IAnsiConsole console, BalanceResource balance)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{balance.Events} events with masses, {balance.Sites.Count} sites, {balance.Lines.Count} ledger lines, {balance.Findings.Count} findings"));
        foreach (var finding in balance.Findings) console.WriteLine($"{finding.Check} {finding.Site} {finding.Element} {finding.Period}: {finding.Sentence}{(finding.Gap.Length > 0 ? $" ({finding.Gap})" : "")}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Site", "Findings", "Elements", "Last movement");
        foreach (var site in balance.Sites) table.AddRow(Markup.Escape(site.Label), site.Findings.ToString(CultureInfo.InvariantCulture), Markup.Escape(string.Join(' ', site.Elements)), site.LastPeriod);
        console.Write(table);
        if (balance.QuantitiesWithoutMass > 0) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{balance.QuantitiesWithoutMass} quantities name no mass and are in no ledger."));
    }
}
