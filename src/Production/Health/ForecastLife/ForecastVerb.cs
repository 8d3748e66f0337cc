using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Voltloop.Core.Problems;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;
using Voltloop.Web.Composition;

namespace Voltloop.Health.ForecastLife;

/// <summary><c>health forecast ID</c>.</summary>
internal static class ForecastVerb
{
    private const string Issuer = "urn:voltloop:health";
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier of the battery, in any spelling." };
    private static readonly Option<double?> At = new("--at") { Description = "Last cycle to look at, to see what would have been said then.", HelpName = "CYCLE" };
    private static readonly Option<bool> Write = new("--record") { Description = "Write the forecast to the record." };

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var command = new Command("forecast", "When a battery reaches 80 % of its rated capacity.\n\nExample: ./run health forecast TBSI-B1T25 --at 400") { Id, At, Write };
        command.SetAction((parsed, cancellation) => parsed.GetValue(Write)
            ? host.WriteAsync(parsed, context => RunAsync(parsed, context, writes: true), cancellation)
            : host.ReadAsync(parsed, context => RunAsync(parsed, context, writes: false), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(ParseResult parsed, VerbContext context, bool writes)
    {
        var meant = await context.Services.GetRequiredService<ThingResolver>().FindAsync(parsed.GetRequiredValue(Id), context.Cancellation);
        var at = new ForecastRequest(parsed.GetValue(At)).ReadAt();
        if (writes && at is not null) throw new ProblemException(CommonProblems.BadRequest, "Only the forecast from all cycles can be recorded.", "--record");
        var report = writes
            ? await context.Services.GetRequiredService<ForecastKeeper>().KeepAsync(meant.Id, Issuer, context.Cancellation)
            : await new ForecastReader(context.Services.GetRequiredService<IRecordReader>()).ReadAsync(meant.Id, at, context.Cancellation)
                ?? throw new ProblemException(CommonProblems.NotFound, $"The record has no capacity per cycle of {meant.Label}.");
        if (context.Json) await context.WriteJsonAsync(ForecastResource.Of(report));
        else foreach (var line in Lines(meant.Label, report)) context.Console.Profile.Out.Writer.WriteLine(line);
        return 0;
    }

    private static IEnumerable<string> Lines(string label, LifeReport report)
    {
        var outlook = report.Outlook;
        yield return Inv($"{label}: known to cycle {outlook.KnownTo:0}, {100 * outlook.Share:0.0} % of rated");
        if (outlook.Reached is { } reached) yield return Inv($"80 % was reached at cycle {reached:0}");
        if (outlook.Forecast is { } forecast)
        {
            yield return Inv($"80 % expected at cycle {forecast.Cycle:0}, {100 * forecast.Level:0} % interval {forecast.Interval.Lower:0} to {(double.IsFinite(forecast.Interval.Upper) ? forecast.Interval.Upper.ToString("0", CultureInfo.InvariantCulture) : "unknown")}");
            yield return Inv($"method {outlook.Method!.Method}, from {forecast.Cases} {(forecast.Path.Count > 0 && outlook.Method == Model.Lifetime.LifeMethods.Similarity ? "cells" : "particles")}");
        }

        if (outlook.Refusal is { } refusal) yield return "no forecast: " + refusal;
        if (outlook.Knee is { } knee) yield return Inv($"the fade turns at cycle {knee.Cycle:0}, from {-1e5 * knee.Before:0.0} to {-1e5 * knee.After:0.0} % of rated in 1,000 cycles");
        if (outlook.Bend is { } bend) yield return Inv($"it bends most at cycle {bend:0} (Kneedle)");
        if (report.Happened is { } happened) yield return Inv($"it did reach 80 % at cycle {happened:0}");
    }

    private static string Inv(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
