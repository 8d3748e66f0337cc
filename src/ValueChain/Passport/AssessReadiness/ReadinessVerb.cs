using System.CommandLine;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Identities;
using Voltloop.Passport.Model;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.AssessReadiness;

/// <summary><c>readiness</c>: what all passports lack on a day; exit code 1 when something mandatory is missing.</summary>
internal static class ReadinessVerb
{
    private const int NotReady = 1;

    private static readonly Option<string?> On = new("--on")
    {
        Description = "Day to assess for, yyyy-mm-dd; the day the passport becomes law, 18 February 2027, or today once it has passed, when left out.",
        HelpName = "DATE",
    };

    private static readonly Option<string?> Model = new("--model") { Description = "Only this model and its items: identifier or name.", HelpName = "ID" };
    private static readonly Option<bool> Csv = new("--csv") { Description = "Write a table for spreadsheets to standard output." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command(
            "readiness",
            "Assess all passports for a day: what is missing, on which models and items, and what begins later. Exit code 1 when something mandatory is missing.\n\nExample: ./run readiness --on 2027-02-18")
        {
            On, Model, Csv,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var on = PassportDay.Read(parsed.GetValue(On), "--on", context.Services.GetRequiredService<TimeProvider>());
        var report = await context.Services.GetRequiredService<ReadinessReader>().ReadAsync(on, await ModelAsync(parsed, context), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(report);
        else if (parsed.GetValue(Csv)) await context.Output.WriteAsync(Encoding.UTF8.GetBytes(ReadinessCsv.Of(report)), context.Cancellation);
        else Print(context.Console, report);
        return report.Ready ? 0 : NotReady;
    }

    private static async Task<ThingId?> ModelAsync(ParseResult parsed, VerbContext context) => parsed.GetValue(Model) is { } text
        ? (await context.Services.GetRequiredService<ThingResolver>().FindAsync(text, context.Cancellation)).Id
        : null;

    private static void Print(IAnsiConsole console, ReadinessReport report)
    {
        console.WriteLine(ReadinessWords.Of(report));
        foreach (var model in report.Models.Where(model => model.Gaps.Count > 0)) Print(console, model);
        if (report.Ahead.Count == 0) return;
        console.WriteLine("Begins later:");
        var table = new Table().Border(TableBorder.Simple).AddColumns("From", "Category", "Data point", "Asks for", "Items without");
        foreach (var ahead in report.Ahead) table.AddRow(Day(ahead.From), ahead.Category, ahead.DataPoint, Markup.Escape(ahead.Title), $"{ahead.ItemsLacking} of {ahead.Items}");
        console.Write(table);
    }

    private static void Print(IAnsiConsole console, ReadinessModel model)
    {
        console.WriteLine($"{model.Label} ({model.Category}, {model.Items} items, {model.ItemsReady} ready)");
        var table = new Table().Border(TableBorder.Simple).AddColumns("Data point", "Asks for", "State it on", "Items without", "Article");
        foreach (var gap in model.Gaps)
            table.AddRow(gap.DataPoint, Markup.Escape(gap.Title), gap.Level == ReadinessLevel.Model ? "model" : "item", gap.Items.ToString(CultureInfo.InvariantCulture), Markup.Escape(gap.Article));
        console.Write(table);
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
