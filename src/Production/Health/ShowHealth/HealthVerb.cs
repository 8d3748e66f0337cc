using System.CommandLine;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Spectre.Console;
using Voltloop.Core.Identities;
using Voltloop.Core.Time;
using Voltloop.Health.AnalyzeImpedance;
using Voltloop.Health.BenchmarkMethods;
using Voltloop.Health.CheckMonitors;
using Voltloop.Health.CheckPacks;
using Voltloop.Health.CompareCells;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.EstimateHealth;
using Voltloop.Health.FindModes;
using Voltloop.Health.FitFade;
using Voltloop.Health.ForecastLife;
using Voltloop.Health.GradeSecondLife;
using Voltloop.Health.ShowCycles;
using Voltloop.Health.ShowFleet;
using Voltloop.Health.ShowWindow;
using Voltloop.Health.SimulateCell;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Web.Api;
using Voltloop.Web.Composition;
using Voltloop.Web.Formatting;

namespace Voltloop.Health.ShowHealth;

/// <summary><c>health show ID</c> and <c>health fleet</c>.</summary>
internal static class HealthVerb
{
    private static readonly Argument<string> Id = new("ID") { Description = "Identifier of the battery, in any spelling." };
    private static readonly Option<string?> Order = new("--order") { Description = "id, state-of-health (lowest first), fade (fastest first), flagged or model-fade (much faster than others of their model).", HelpName = "ORDER" };
    private static readonly Option<int?> Limit = new("--limit") { Description = "Batteries listed, 1 to 1000; 20 when absent.", HelpName = "N" };
    private const int UsualLimit = 20;

    /// <summary>The command.</summary>
    public static Command Build(IVerbHost host)
    {
        var show = new Command("show", "State of health of one battery, with intervals and methods.\n\nExample: ./run health show TBSI-B1T25") { Id };
        show.SetAction((parsed, cancellation) => host.ReadAsync(parsed, context => ShowAsync(parsed.GetRequiredValue(Id), context), cancellation));
        var fleet = new Command("fleet", "State of health of all batteries.\n\nExample: ./run health fleet --order fade --limit 10") { Order, Limit };
        fleet.SetAction((parsed, cancellation) => host.ReadAsync(
            parsed, context => FleetAsync(new FleetRequest(parsed.GetValue(Order), null, parsed.GetValue(Limit) ?? UsualLimit), context), cancellation));
        foreach (var more in CohortVerbs.Build(host)) fleet.Add(more);
        return new Command("health", "Measured health of batteries.")
        {
            show,
            fleet,
            BenchmarkVerb.Build(host),
            EstimateVerb.Build(host),
            AgeingVerb.Build(host),
            ForecastVerb.Build(host),
            GradeVerb.Build(host),
            EisVerb.Build(host),
            WindowVerb.Build(host),
            CyclesVerb.Build(host),
            CompareVerb.Build(host),
            SimulateVerb.Build(host),
            ModesVerb.Build(host),
            FadeVerb.Build(host),
            MonitorVerb.Build(host),
            PackVerb.Build(host),
        };
    }

    private static async Task<int> ShowAsync(string id, VerbContext context)
    {
        var record = context.Services.GetRequiredService<IRecordReader>();
        var meant = await context.Services.GetRequiredService<ThingResolver>().FindAsync(id, context.Cancellation);
        var (thing, facts) = await new HealthReader(record).ReadAsync(meant.Id, AsOf.Latest, context.Cancellation);
        if (context.Json)
        {
            var statements = HealthReader.Ordered(facts).Select(StatementResource.Of).ToArray();
            return await WriteAsync(context, new HealthResource(ThingResource.Of(thing), statements, facts.Flagged));
        }

        var table = new Table().Title(Markup.Escape(thing.Label)).AddColumns("", "Value", "Interval", "Method");
        foreach (var recorded in HealthReader.Ordered(facts))
        {
            AddRow(table, recorded.Statement);
        }

        context.Console.Write(table);
        foreach (var sample in facts.Flagged)
        {
            context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"flagged: cycle {sample.Cycle}, {sample.Value?.ToString("R", CultureInfo.InvariantCulture) ?? "no value"} {sample.Unit} ({sample.Rule})"));
        }

        return 0;
    }

    private static void AddRow(Table table, Statement statement)
    {
        var interval = statement.Uncertainty is { } known ? IntervalFormat.Range(known) : "";
        table.AddRow(
            Markup.Escape(statement.Term),
            Markup.Escape($"{QuantityFormat.Number(statement.Value.AsNumber() ?? double.NaN)} {statement.Unit}"),
            Markup.Escape(interval),
            Markup.Escape(statement.Evidence.Method));
    }

    private static async Task<int> FleetAsync(FleetRequest request, VerbContext context)
    {
        var fleet = await FleetEndpoint.AnswerAsync(context.Services.GetRequiredService<IRecordReader>(), request, context.Cancellation);
        if (context.Json)
        {
            return await WriteAsync(context, fleet);
        }

        context.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{fleet.Batteries} batteries, median state of health {fleet.MedianStateOfHealth:F1} %, {fleet.Flagged} with flagged samples"));
        var table = new Table().AddColumns("Battery", "State of health", "Cycles", "Fade per 100 cycles", "Flagged");
        foreach (var entry in fleet.Items)
        {
            var interval = entry.Interval is { } known ? $" ({IntervalFormat.Range(known)})" : "";
            table.AddRow(
                Markup.Escape(entry.Label),
                Markup.Escape($"{QuantityFormat.Fixed(entry.StateOfHealth, 1)} %{interval}"),
                QuantityFormat.Number(entry.Cycles ?? double.NaN),
                $"{QuantityFormat.Fixed(entry.FadePer100Cycles ?? double.NaN, 2)} %",
                QuantityFormat.Count(entry.FlaggedSamples));
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
