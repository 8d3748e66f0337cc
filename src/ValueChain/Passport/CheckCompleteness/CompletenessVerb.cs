using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Passport.ReadPassport;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Passport.CheckCompleteness;

/// <summary><c>completeness ID</c>: what a passport lacks on a day; exit code 1 when something mandatory is missing.</summary>
internal static class CompletenessVerb
{
    private const int Incomplete = 1;

    private static readonly Argument<string> Id = new("ID") { Description = "Identifier, serial number or name of a battery or model." };
    private static readonly Option<string?> On = new("--on") { Description = "Day to check for, yyyy-mm-dd; today (UTC) when left out.", HelpName = "DATE" };
    private static readonly Option<string?> Category = new("--category")
    {
        Description = "ev, lmt, industrial or industrialStationary; the category that the passport states when left out.",
        HelpName = "NAME",
    };
    private static readonly Option<bool> All = new("--all") { Description = "List every data point, not only those that are not there." };

    public static Command Build(IVerbHost host)
    {
        var command = new Command(
            "completeness",
            "Check a passport against the data points of its category on a day. Exit code 1 when a mandatory one is missing.\n\nExample: ./run completeness TBSI-B1T25 --on 2027-02-18")
        {
            Id, On, Category, All,
        };
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var thing = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var on = Day(parsed.GetValue(On), context.Services.GetRequiredService<TimeProvider>());
        var report = await context.Services.GetRequiredService<CompletenessReader>()
            .ReadAsync(thing.Id, on, parsed.GetValue(Category), context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(report);
        else Print(context.Console, report, parsed.GetValue(All));
        return report.Complete ? 0 : Incomplete;
    }

    private static DateOnly Day(string? text, TimeProvider clock)
    {
        if (text is null) return DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw new ProblemException(CommonProblems.BadRequest, $"\"{text}\" is not a day.", "--on", "Write it like 2027-02-18.");
    }

    private static void Print(IAnsiConsole console, CompletenessReport report, bool all)
    {
        console.WriteLine($"{report.Thing}");
        console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{report.Category} on {report.On:yyyy-MM-dd}: {report.MandatoryPresent} of {report.Mandatory} mandatory data points are there."));
        var table = new Table().Border(TableBorder.Simple).AddColumns("Data point", "Asks for", "Status", "Since", "Article");
        foreach (var line in report.Lines.Where(line => all || line.Status is not (CompletenessStatus.Present or CompletenessStatus.NotApplicable)))
            table.AddRow(Row(line));
        if (table.Rows.Count > 0) console.Write(table);
    }

    private static string[] Row(CompletenessLine line) =>
    [
        line.DataPoint, Markup.Escape(line.Title), CompletenessWords.Of(line.Status),
        line.Since?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", Markup.Escape(line.Article),
    ];
}
