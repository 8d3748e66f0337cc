using System.CommandLine;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Passport.Model;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Passport.EstimateCosts;

/// <summary><c>costs</c>: what keeping passports takes on this store, and what it costs over years.</summary>
internal static class CostsVerb
{
    private static readonly Option<bool> Csv = new("--csv") { Description = "Write a table for spreadsheets to standard output." };

    public static Command Build(IVerbHost host)
    {
        var fields = CostFields.All.ToDictionary(field => field.Name, Option, StringComparer.Ordinal);
        var command = new Command(
            "costs",
            "Measure what keeping passports takes on this store, and calculate what it costs over years.\n\nExample: ./run costs --batteries 100000 --updates-per-year 52 --years 15 --price-per-gb-month 0.08")
        {
            Csv,
        };
        foreach (var option in fields.Values) command.Options.Add(option);
        command.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => RunAsync(name => parsed.GetValue(fields[name]), parsed.GetValue(Csv), context), cancellation));
        return command;
    }

    private static Option<string?> Option(CostField field) => new("--" + JsonNamingPolicy.KebabCaseLower.ConvertName(field.Name))
    {
        Description = $"{field.Label} ({field.Unit}){(field.Measured ? "; measured when left out" : "")}.",
        HelpName = "N",
    };

    private static async Task<int> RunAsync(Func<string, string?> entered, bool csv, VerbContext context)
    {
        var report = await context.Services.GetRequiredService<CostReader>().EstimateAsync(entered, context.Cancellation);
        if (context.Json) await context.WriteJsonAsync(report);
        else if (csv) await context.Output.WriteAsync(Encoding.UTF8.GetBytes(CostCsv.Of(report)), context.Cancellation);
        else Print(context.Console, report);
        return 0;
    }

    private static void Print(IAnsiConsole console, CostReport report)
    {
        var sizes = new Table().Border(TableBorder.Simple).AddColumns("Part", "Entries", "Bytes", "Per passport");
        foreach (var part in report.Sizes.Parts)
            sizes.AddRow(CostWords.Of(part.Name), QuantityFormat.Count(part.Rows), ByteText.Of(part.Bytes), ByteText.Of(report.PerPassport(part.Bytes)));
        console.WriteLine($"{QuantityFormat.Count(report.Sizes.Passports)} passports in {ByteText.Of(report.Sizes.UsedBytes)}: {ByteText.Of(report.BytesPerPassport)} each.");
        console.Write(sizes);
        console.WriteLine(CostWords.Effort(report));
        Print(console, report.Estimate!);
    }

    private static void Print(IAnsiConsole console, CostEstimate estimate)
    {
        foreach (var field in CostFields.All)
            console.WriteLine($"  {field.Label}: {QuantityFormat.Number(field.Get(estimate.Assumptions))} {field.Unit}");
        var years = new Table().Border(TableBorder.Simple).AddColumns("Year", "On one node", "Storage", "Computing", "Cost");
        foreach (var year in estimate.Years)
            years.AddRow(year.Year.ToString(CultureInfo.InvariantCulture), ByteText.Of(year.Bytes), QuantityFormat.Fixed(year.StorageCost, 2), QuantityFormat.Fixed(year.CpuCost, 2), QuantityFormat.Fixed(year.Cost, 2));
        console.Write(years);
        console.WriteLine($"{QuantityFormat.Fixed(estimate.Total, 2)} in the currency of the prices; {QuantityFormat.Number(estimate.PerPassportYear)} per passport and year.");
    }
}
