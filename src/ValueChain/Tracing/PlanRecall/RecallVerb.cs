using System.CommandLine;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Web.Composition;

namespace Voltloop.Tracing.PlanRecall;

/// <summary><c>recall</c>.</summary>
internal static class RecallVerb
{
    private static readonly Argument<string[]> Id = new("ID") { Description = "Lot, roll or thing at fault.", Arity = ArgumentArity.ZeroOrMore };
    private static readonly Option<string?> Machine = new("--machine") { Description = "Machine at fault: the read point of its events.", HelpName = "ID" };
    private static readonly Option<DateTimeOffset?> From = new("--from") { Description = "From when the machine was at fault.", HelpName = "TIME" };
    private static readonly Option<DateTimeOffset?> Before = new("--before") { Description = "Until when.", HelpName = "TIME" };
    private static readonly Option<double?> FromMetre = new("--from-metre") { Description = "Beginning of a stretch of the coil.", HelpName = "M" };
    private static readonly Option<double?> ToMetre = new("--to-metre") { Description = "End of the stretch.", HelpName = "M" };
    private static readonly Option<int?> Lane = new("--lane") { Description = "Lane of the stretch, from 1.", HelpName = "N" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "Write a table for spreadsheets to standard output." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command("recall", "List what a fault affects: the outermost things with passport, last place and holder.\n\nExample: ./run recall --machine https://id.gs1.org/414/9521234600411/254/COATER-3 --from 2024-03-05T10:00Z --before 2024-03-05T11:00Z --csv")
        {
            Id, Machine, From, Before, FromMetre, ToMetre, Lane, Csv,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new RecallRequest
        {
            Id = parsed.GetValue(Id) ?? [],
            Machine = parsed.GetValue(Machine),
            From = parsed.GetValue(From),
            Before = parsed.GetValue(Before),
            FromMetre = parsed.GetValue(FromMetre),
            ToMetre = parsed.GetValue(ToMetre),
            Lane = parsed.GetValue(Lane),
        };
        var list = await context.Services.GetRequiredService<RecallPlanner>().PlanAsync(request, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(list);
        else if (parsed.GetValue(Csv)) await context.Output.WriteAsync(Encoding.UTF8.GetBytes(RecallCsv.Of(list)), context.Cancellation);
        else Print(context.Console, list);
        return 0;
    }

    private static void Print(IAnsiConsole console, RecallList list)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("Affected", "Kind", "Last seen (UTC)", "Place", "Holder", "Disposition");
        foreach (var item in list.Items)
        {
            table.AddRow(Markup.Escape(item.Label ?? item.Id), item.Kind ?? "", item.LastSeen?.ToString("u") ?? "", Markup.Escape(item.LocationName ?? item.Location ?? ""), Markup.Escape(item.HolderName ?? item.Holder ?? ""), item.Disposition ?? "");
        }

        console.Write(table);
        console.WriteLine($"{list.Items.Count} to call back; {list.Affected} affected in all{(list.IsCut ? ", and more that the limit cut off" : "")}.");
    }
}
