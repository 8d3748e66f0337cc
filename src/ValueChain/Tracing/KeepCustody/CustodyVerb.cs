using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Tracing.BalanceMass;
using Voltloop.Tracing.Model.Custody;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.KeepCustody;

/// <summary><c>custody</c>: accounts of claims; exit code 1 when one claims more than is covered.</summary>
internal static class CustodyVerb
{
    private const int NeedsLook = 1;

    private static readonly Option<string?> Site = new("--site") { Description = "Only this site, as events name it.", HelpName = "ID" };
    private static readonly Option<string?> Element = new("--element") { Description = "Only this element, as a symbol.", HelpName = "SYMBOL" };
    private static readonly Option<string?> To = new("--to") { Description = "Events up to this day, yyyy-mm-dd.", HelpName = "DATE" };
    private static readonly Option<string?> Period = new("--period") { Description = "week, month, quarter or year; month when left out.", HelpName = "LENGTH" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "Write every period as a table to standard output." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("custody", "Show what may be claimed of an element at each site (chain of custody), and claims that no eligible input covers. Exit code 1 when there are some.\n\nExample: ./run custody --element Co --period quarter")
        {
            Site, Element, To, Period, Csv,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new BalanceRequest(parsed.GetValue(Site), parsed.GetValue(Element), null, parsed.GetValue(To), parsed.GetValue(Period));
        var custody = await context.Services.GetRequiredService<CustodyReader>().ReadAsync(request, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(custody);
        else if (parsed.GetValue(Csv)) await context.Output.WriteAsync(Encoding.UTF8.GetBytes(CustodyCsv.Of(custody)), context.Cancellation);
        else Print(context.Console, custody);
        return custody.Accounts.Any(account => account.IsOver) ? NeedsLook : 0;
    }

    private static void Print(IAnsiConsole console, CustodyResource custody)
    {
        console.WriteLine(CustodyWords.Method(custody.Method, custody.Months));
        var table = new Table().Border(TableBorder.Simple).AddColumns("Site", "Element", "Model", "Claimed", "Uncovered", "Left, kg");
        foreach (var account in custody.Accounts)
        {
            table.AddRow(
                Markup.Escape(account.Label), Markup.Escape(account.Element), CustodyWords.Of(account.CustodyModel), Markup.Escape(account.Claimed.Text),
                account.Uncovered.Value > 0 ? Markup.Escape(account.Uncovered.Text) : "-", Words.Number(account.Available));
        }

        console.Write(table);
    }
}
