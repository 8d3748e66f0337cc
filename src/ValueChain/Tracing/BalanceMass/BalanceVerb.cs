using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Web.Composition;
using Voltloop.Web.Http;

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

    public static Command Build(IVerbHost host)
    {
        var command = new Command("balance", "Balance the mass of materials over sites and show what does not fit. Exit code 1 when something needs a look.\n\nExample: ./run balance --element Co --period quarter")
        {
            Site, Element, From, To, Period, Csv,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new BalanceRequest(parsed.GetValue(Site), parsed.GetValue(Element), parsed.GetValue(From), parsed.GetValue(To), parsed.GetValue(Period));
        var balance = await context.Services.GetRequiredService<BalanceReader>().ReadAsync(request, context.Cancellation);
        if (context.Json) await JsonSerializer.SerializeAsync(context.Output, balance, JsonOutput.Options, context.Cancellation);
        else if (parsed.GetValue(Csv)) await context.Output.WriteAsync(Encoding.UTF8.GetBytes(BalanceCsv.Of(balance)), context.Cancellation);
        else Print(context.Console, balance);
        return balance.Findings.Count == 0 ? 0 : NeedsLook;
    }

    private static void Print(IAnsiConsole console, BalanceResource balance)
    {
        console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{balance.Events} events, {balance.Sites.Count} sites, {balance.Lines.Count} ledger lines, {balance.Findings.Count} findings"));
        foreach (var finding in balance.Findings) console.WriteLine($"{finding.Check} {finding.Site} {finding.Element} {finding.Period}: {finding.Sentence}");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Site", "Findings", "Elements", "Last movement");
        foreach (var site in balance.Sites) table.AddRow(Markup.Escape(site.Label), site.Findings.ToString(CultureInfo.InvariantCulture), Markup.Escape(string.Join(' ', site.Elements)), site.LastPeriod);
        console.Write(table);
        if (balance.QuantitiesWithoutMass > 0) console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{balance.QuantitiesWithoutMass} quantities name no mass and are in no ledger."));
    }
}
