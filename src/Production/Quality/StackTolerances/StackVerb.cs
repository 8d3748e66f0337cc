using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Quality.ReadTables;
using Voltloop.Web.Composition;

namespace Voltloop.Quality.StackTolerances;

/// <summary><c>quality stack FILE</c>.</summary>
internal static class StackVerb
{
    private static readonly Argument<string> File = new("FILE") { Description = StackRows.Layout };
    private static readonly Option<string?> Stack = new("--stack") { Description = "Which result; the last of the table when left out." };
    private static readonly Option<double?> Lsl = new("--lsl") { Description = "Lower limit of the result." };
    private static readonly Option<double?> Usl = new("--usl") { Description = "Upper limit of the result." };
    private static readonly Option<long?> Runs = new("--runs") { Description = "Assemblies to simulate; 1000000 when left out." };
    private static readonly Option<int?> Seed = new("--seed") { Description = "Seed of the simulation; 1 when left out." };
    private static readonly Option<double?> Allocate = new("--allocate") { Description = "Half width of the result to choose tolerances of the least cost for." };
    private static readonly Option<string?> By = new("--by") { Description = "rss or worst: how chosen tolerances are to add up." };
    private static readonly Option<bool> Live = new("--live") { Description = "Open the record, for distributions that are signals of machines." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("stack", "Add tolerances up, simulate, and say what contributes.\n\nExample: ./run quality stack samples/quality/cell-module-pack.csv --stack gap --lsl 0.8 --usl 2.7") { File, Stack, Lsl, Usl, Runs, Seed, Allocate, By, Live };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Live) ? host.ReadAsync(parsed, context => RunAsync(parsed, context), cancellation) : host.RunAsync(parsed, context => RunAsync(parsed, context), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context)
    {
        var request = new StackRequest(parsed.GetValue(Stack), parsed.GetValue(Lsl), parsed.GetValue(Usl), parsed.GetValue(Runs), parsed.GetValue(Seed), parsed.GetValue(Allocate), parsed.GetValue(By));
        var table = DelimitedTable.Read(await LocalFile.ReadAsync(parsed.GetRequiredValue(File), context.Cancellation));
        var live = parsed.GetValue(Live) ? await context.Services.GetRequiredService<LiveValues>().OfAsync(table, context.Cancellation) : null;
        var result = StackAnalysis.Of(table, request, live);
        if (context.Json) await context.WriteJsonAsync(result);
        else Show(result, context.Console);
        return 0;
    }

    private static void Show(StackResource result, IAnsiConsole console)
    {
        var sums = new Table().AddColumns("Result", "Nominal", "Worst case ±", "RSS ±", "Cf", "Modified RSS ±", "Mean", "Sigma");
        foreach (var sum in result.Sums) sums.AddRow(Markup.Escape(sum.Stack), N(sum.Nominal), N(sum.WorstCase), N(sum.Rss), N(sum.Factor), N(sum.ModifiedRss), N(sum.Mean), N(sum.Sigma));
        console.Write(sums);
        var parts = new Table().AddColumns("Contributor", "Count", "Half width", "Distribution", "Sigma", "Sensitivity", "Share");
        foreach (var part in result.Contributors) parts.AddRow(Markup.Escape(part.Name), N(part.Count), N(part.Half), part.Distribution, N(part.Sigma), N(part.Sensitivity), part.Percent.ToString("F1", CultureInfo.InvariantCulture) + " %");
        console.Write(parts);
        foreach (var line in StackWords.Simulation(result)) console.WriteLine(line);
        Chosen(result, console);
        if (result.Layouts.Count > 0) console.Write(result.Layouts.Aggregate(new Table().AddColumns("Layout", "Robustness", "RMS sigma", "Worst point", "Its sigma"), (table, row) => table.AddRow(Markup.Escape(row.Layout), N(row.Robustness), N(row.RootMeanSigma), Markup.Escape(row.WorstPoint), N(row.WorstSigma))));
        foreach (var note in result.Notes) console.WriteLine("  " + note);
    }

    private static void Chosen(StackResource result, IAnsiConsole console)
    {
        if (result.Allocation.Count == 0) return;
        var table = new Table().AddColumns("Tolerance", "Half width now", "Chosen", "Cost now", "Cost chosen");
        foreach (var row in result.Allocation) table.AddRow(Markup.Escape(row.Name), N(row.Half), N(row.Chosen) + (row.Held ? " (bound)" : ""), N(row.Cost), N(row.ChosenCost));
        console.Write(table);
    }

    private static string N(double? value) => value is { } number ? number.ToString("G6", CultureInfo.InvariantCulture) : "–";
}
