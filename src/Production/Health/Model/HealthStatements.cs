using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Provenance;
using Voltloop.Kernels.Capacity;
using Voltloop.Kernels.Integration;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Model;

/// <summary>Writes health as statements.</summary>
internal static class HealthStatements
{
    /// <summary>Statements of a capacity history.</summary>
    public static IReadOnlyList<Statement> Of(CellHealth health, StatementContext context)
    {
        var remaining = IntervalOf(health.Remaining);
        List<Statement> statements =
        [
            context.Number(HealthTerms.InitialCapacity, health.Initial.Value, "Ah", HealthMethods.Initial) with { Uncertainty = IntervalOf(health.Initial) },
            context.Number(HealthTerms.RemainingCapacity, health.Remaining.Value, "Ah", HealthMethods.Remaining) with { Uncertainty = remaining },
            context.Number(HealthTerms.StateOfHealth, health.StateOfHealth, "%", HealthMethods.StateOfHealth) with { Uncertainty = Map(remaining, health.Percent) },
            context.Number(HealthTerms.CapacityFade, health.Fade, "%", HealthMethods.Fade) with { Uncertainty = Map(remaining, ah => 100 - health.Percent(ah)) },
            context.Number(HealthTerms.FullCycles, health.LastCycle, "{cycle}", HealthMethods.Cycles),
            context.Number(HealthTerms.EquivalentFullCycles, health.EquivalentFullCycles, "{cycle}", HealthMethods.EquivalentCycles),
            context.Number(HealthTerms.CapacityThroughput, health.Throughput, "Ah", HealthMethods.DischargeSum),
        ];
        if (health.Flagged.Count > 0)
        {
            statements.Add(context.State(HealthTerms.FlaggedSamples, FlaggedValue(health.Flagged), HealthMethods.Screen));
        }

        return statements;
    }

    /// <summary>Statements of a time series: what was moved in both directions, and full cycles where the rated capacity is known.</summary>
    public static IReadOnlyList<Statement> Of(Throughput charge, Throughput energy, double? rated, StatementContext context)
    {
        List<Statement> statements =
        [
            context.Number(HealthTerms.CapacityThroughput, charge.Total, "Ah", HealthMethods.Integral),
            context.Number(HealthTerms.EnergyThroughput, energy.Total, "Wh", HealthMethods.Integral),
        ];
        if (rated is { } ah)
        {
            statements.Add(context.Number(HealthTerms.EquivalentFullCycles, charge.Total / (2 * ah), "{cycle}", HealthMethods.EquivalentCycles));
        }

        return statements;
    }

    private static Interval? IntervalOf(CapacityEstimate estimate) =>
        estimate.HasInterval ? new Interval(estimate.Lower, estimate.Upper, estimate.Level) : null;

    private static Interval? Map(Interval? interval, Func<double, double> map) => interval is not { } given
        ? null
        : new Interval(Math.Min(map(given.Lower), map(given.Upper)), Math.Max(map(given.Lower), map(given.Upper)), given.Level);

    private static StatementValue FlaggedValue(IReadOnlyList<FlaggedSample> flagged)
    {
        var list = new JsonArray([.. flagged.Select(sample => (JsonNode)new JsonObject
        {
            ["cycle"] = sample.Cycle,
            ["value"] = sample.Value,
            ["unit"] = "Ah",
            ["rule"] = sample.Rule,
        })]);
        return StatementValue.Of(JsonSerializer.SerializeToElement(list));
    }
}
