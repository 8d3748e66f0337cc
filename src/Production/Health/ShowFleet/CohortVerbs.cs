using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Record.Ports;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.ShowFleet;

/// <summary><c>health fleet cohorts</c> and <c>health fleet attention</c>.</summary>
internal static class CohortVerbs
{
    private const int UsualLimit = 20;
    private static readonly Option<string?> By = new("--by") { Description = "model, month (of manufacture) or site; model when absent.", HelpName = "KEY" };
    private static readonly Option<int?> Limit = new("--limit") { Description = "Batteries listed; 20 when absent.", HelpName = "N" };

    /// <summary>The commands.</summary>
    public static Command[] Build(IVerbHost host)
    {
        var cohorts = new Command("cohorts", "Fade of the cohorts of the fleet, with intervals and drift.\n\nExample: ./run health fleet cohorts --by site") { By, Limit };
        cohorts.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => CohortsAsync(new CohortRequest(parsed.GetValue(By), parsed.GetValue(Limit)), context), cancellation));
        var attention = new Command("attention", "Batteries worth a look, the gravest first.\n\nExample: ./run health fleet attention --limit 5") { By, Limit };
        attention.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => AttentionAsync(new CohortRequest(parsed.GetValue(By), parsed.GetValue(Limit)), context), cancellation));
        return [cohorts, attention];
    }

    private static async Task<int> CohortsAsync(CohortRequest request, VerbContext context)
    {
        var key = request.ReadKey();
        var analysis = await new CohortReader(context.Services.GetRequiredService<IRecordReader>()).AnalyseAsync(key, context.Cancellation);
        if (context.Json) return await WriteAsync(context, CohortResource.Of(key, analysis, request.Limit ?? CohortRequest.MaxLimit));
        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{analysis.Members.Count} batteries, fade known of {analysis.Rates.Count}"));
        var table = new Table().AddColumns("Cohort", "Batteries", "Fade per 100 cycles, 95 %", "Median state of health", "Stability index", "Drift");
        foreach (var cohort in analysis.Cohorts)
        {
            var index = cohort.StabilityIndex is { } value ? string.Create(CultureInfo.InvariantCulture, $"{value:0.00} (by chance: {cohort.ChanceOfIndex:0.000})") : "too few";
            var drift = cohort.Drift is { } found ? $"{(found.Faster ? "faster" : "slower")} since {found.Since}" : "none";
            table.AddRow(Markup.Escape(cohort.Name), QuantityFormat.Count(cohort.Members), string.Create(CultureInfo.InvariantCulture, $"{cohort.FadePer100Cycles:0.000} % ({cohort.Lower:0.000} to {cohort.Upper:0.000})"), string.Create(CultureInfo.InvariantCulture, $"{cohort.MedianStateOfHealth:0.0} %"), index, Markup.Escape(drift));
        }

        context.Console.Write(table);
        return 0;
    }

    private static async Task<int> AttentionAsync(CohortRequest request, VerbContext context)
    {
        var analysis = await new CohortReader(context.Services.GetRequiredService<IRecordReader>()).AnalyseAsync(request.ReadKey(), context.Cancellation);
        var (found, limit) = (analysis.Attention(), request.Limit ?? UsualLimit);
        if (context.Json) return await WriteAsync(context, new AttentionResource(analysis.Members.Count, found.Count, [.. found.Take(limit)]));
        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{found.Count} of {analysis.Members.Count} batteries are worth a look"));
        var table = new Table().AddColumns("Battery", "State of health", "Below 80 % in 100 cycles", "Why");
        foreach (var entry in found.Take(limit))
        {
            table.AddRow(Markup.Escape(entry.Label), string.Create(CultureInfo.InvariantCulture, $"{entry.StateOfHealth:0.0} %"), entry.RiskPercent is { } risk ? string.Create(CultureInfo.InvariantCulture, $"{risk:0.0} %") : "not known", Markup.Escape(string.Join("; ", entry.Reasons)));
        }

        context.Console.Write(table);
        return 0;
    }

    private static async Task<int> WriteAsync<T>(VerbContext context, T value)
    {
        await context.WriteJsonAsync(value);
        return 0;
    }
}
