using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Model;

/// <summary>Writes the analysis of ageing as statements.</summary>
internal static class AgeingStatements
{
    private const double Quantile95 = 1.959963984540054;
    private const double Level = 0.95;

    /// <summary>The analysis, and the quantities of the law whose inputs the record knows.</summary>
    /// <param name="found">Analysis.</param>
    /// <param name="facts">Statements of the battery, or of its model where the battery has none.</param>
    /// <param name="context">What all statements share.</param>
    public static IReadOnlyList<Statement> Of(AgeingFindings found, HealthFacts facts, StatementContext context)
    {
        List<Statement> statements = [context.State(HealthTerms.AgeingAnalysis, StatementValue.Of(JsonSerializer.SerializeToElement(Analysis(found))), AgeingMethods.Analysis)];
        var resistance = facts.Find(HealthTerms.ResistanceCell)?.Statement;
        if (HealthQuantities.ResistanceIncrease(resistance?.Value.AsNumber(), facts.Number(HealthTerms.InitialResistanceCell)) is { } increase)
        {
            var initial = facts.Number(HealthTerms.InitialResistanceCell)!.Value;
            statements.Add(context.Number(HealthTerms.ResistanceIncreaseCell, increase, "%", AgeingMethods.ResistanceIncrease) with
            {
                Uncertainty = HealthQuantities.Map(resistance!.Uncertainty, ohm => 100 * (ohm / initial - 1)),
            });
        }

        if (HealthQuantities.StateOfCertifiedEnergy(found.EnergyWh, facts.Number(HealthTerms.RatedEnergy)) is { } certified)
        {
            statements.Add(context.Number(HealthTerms.StateOfCertifiedEnergy, certified, "%", AgeingMethods.CertifiedEnergy));
        }

        return statements;
    }

    private static JsonObject Analysis(AgeingFindings found)
    {
        var analysis = new JsonObject();
        if (found.Curve is { } curve)
        {
            analysis["incrementalCapacity"] = new JsonObject
            {
                ["firstVolt"] = Math.Round(curve.FirstVolt, 5), ["stepVolt"] = curve.StepVolt, ["areaAh"] = Math.Round(curve.AreaAh, 5),
                ["ampereHoursPerVolt"] = new JsonArray([.. curve.PerVolt.Select(value => (JsonNode)Math.Round(value, 4))]),
                ["peaks"] = new JsonArray([.. curve.Peaks().Select(peak => (JsonNode)new JsonObject { ["volt"] = Math.Round(peak.Volt, 4), ["ampereHoursPerVolt"] = Math.Round(peak.PerVolt, 4), ["prominence"] = Math.Round(peak.Prominence, 4) })]),
            };
        }

        if (found.Capacity is var (ah, deviation))
        {
            var figure = Figure(ah, deviation);
            figure["partialCharges"] = found.Partials;
            analysis["capacityFromPartialChargesAh"] = figure;
        }

        if (found.Leak is { } leak)
        {
            analysis["restVoltPerDay"] = Figure(-leak.VoltPerDay, leak.VoltDeviation);
            if (double.IsFinite(leak.ChargePerDay)) analysis["selfDischargePercentPerDay"] = Math.Round(100 * leak.ChargePerDay, 6);
            if (double.IsFinite(leak.LeakAmpere)) analysis["leakAmpere"] = Math.Round(leak.LeakAmpere, 8);
        }

        if (found.EnergyWh is { } energy) analysis["slowDischargeWh"] = Math.Round(energy, 4);
        return analysis;
    }

    private static JsonObject Figure(double value, double deviation)
    {
        var figure = new JsonObject { ["value"] = Math.Round(value, 8) };
        if (!double.IsFinite(deviation)) return figure;
        (figure["lower"], figure["upper"], figure["level"]) = (Math.Round(value - Quantile95 * deviation, 8), Math.Round(value + Quantile95 * deviation, 8), Level);
        return figure;
    }
}
