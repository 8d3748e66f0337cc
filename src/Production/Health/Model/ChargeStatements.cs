using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Provenance;
using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;

namespace Voltloop.Health.Model;

/// <summary>Writes an estimate of charge as a series and statements.</summary>
internal static class ChargeStatements
{
    /// <summary>Title of the series.</summary>
    public const string Title = "State of charge over time";

    /// <summary>Channel of the state of charge, %.</summary>
    public const string Charge = "state_of_charge_percent";

    /// <summary>Channel of the lower end of its interval, %.</summary>
    public const string Lower = "state_of_charge_lower_percent";

    /// <summary>Channel of the upper end of its interval, %.</summary>
    public const string Upper = "state_of_charge_upper_percent";

    /// <summary>Most points kept of an estimate.</summary>
    public const int MostPoints = 20_000;

    private const double Level = 0.95;

    /// <summary>The series: time, charge and both ends of its interval in %, thinned to <see cref="MostPoints"/>.</summary>
    public static SeriesAppend Series(ChargeOutcome outcome, StatementContext context)
    {
        var stride = (outcome.Second.Length + MostPoints - 1) / MostPoints;
        int[] kept = [.. Enumerable.Range(0, outcome.Second.Length).Where(i => i % stride == 0 || i == outcome.Second.Length - 1)];
        double[] Column(Func<int, double> value) => Array.ConvertAll(kept, i => Math.Round(value(i), 4));
        double[][] columns =
        [
            Array.ConvertAll(kept, i => outcome.Second[i]), Column(i => 100 * outcome.Charge[i]),
            Column(i => Percent(outcome.Charge[i] - outcome.Half[i])), Column(i => Percent(outcome.Charge[i] + outcome.Half[i])),
        ];
        ChannelSpec[] channels = [new("test_time_second", "s"), new(Charge, "%"), new(Lower, "%"), new(Upper, "%")];
        var spec = new SeriesSpec(SeriesNames.Derive(context.Thing, channels, columns), context.Thing, Title, channels);
        return new SeriesAppend(spec, columns) { ExpectedSamples = 0 };
    }

    /// <summary>The statements: charge at the end, resistance where a circuit was found, and the model with its curve.</summary>
    public static IReadOnlyList<Statement> Of(ChargeOutcome outcome, string seriesId, StatementContext context)
    {
        var (charge, half) = (outcome.Charge[^1], outcome.Half[^1]);
        List<Statement> statements =
        [
            context.Number(HealthTerms.StateOfCharge, Math.Round(Percent(charge), 2), "%", outcome.Method) with { Uncertainty = new Interval(Math.Round(Percent(charge - half), 2), Math.Round(Percent(charge + half), 2), Level) },
            context.State(HealthTerms.ChargeModel, StatementValue.Of(JsonSerializer.SerializeToElement(Model(outcome, seriesId))), ChargeMethods.Model),
        ];
        if (outcome.Ohm is { } ohm)
        {
            statements.Add(context.Number(HealthTerms.ResistanceCell, ohm.Value, "Ohm", ChargeMethods.Resistance) with { Uncertainty = new Interval(ohm.Value - ohm.Half95, ohm.Value + ohm.Half95, Level) });
        }

        return statements;
    }

    /// <summary>A share as %, within 0 to 100.</summary>
    public static double Percent(double share) => Math.Clamp(100 * share, 0, 100);

    private static JsonObject Model(ChargeOutcome outcome, string seriesId)
    {
        var model = new JsonObject
        {
            ["series"] = seriesId,
            ["estimatedOver"] = outcome.Recording.Id,
            ["capacityAh"] = outcome.Ocv.CapacityAh,
            ["openCircuitVolt"] = Numbers(outcome.Ocv.Curve.Volt.ToArray(), 5),
        };
        if (outcome.Ocv.HasHysteresis) model["halfHysteresisVolt"] = Numbers(outcome.Ocv.HalfHysteresis, 5);
        if (outcome.Circuit is { } found) AddCircuit(model, found, outcome);
        if (outcome.Capacity is { } capacity) model["jointCapacityAh"] = Estimate(capacity);
        if (outcome.Offset is { } offset) model["sensorOffsetAmpere"] = Estimate(offset);
        model["notes"] = new JsonArray([.. outcome.Notes.Select(note => (JsonNode)note)]);
        return model;
    }

    private static void AddCircuit(JsonObject model, IdentifiedCircuit found, ChargeOutcome outcome)
    {
        var (circuit, r) = (found.Circuit, found.Circuit.Resistances);
        model["identifiedOn"] = outcome.IdentifiedOn;
        model["correctedOpenCircuitVolt"] = Numbers(circuit.Ocv.Volt.ToArray(), 5);
        model["nodes"] = Numbers(r.Nodes, 4);
        (model["ohmicOhm"], model["chargeTransferOhm"]) = (Numbers(r.Ohmic, 6), Numbers(r.Kinetic, 6));
        (model["fastOhm"], model["slowOhm"]) = (Numbers(r.Fast, 6), Numbers(r.Slow, 6));
        (model["fastSeconds"], model["slowSeconds"]) = (Math.Round(circuit.FastSeconds, 2), Math.Round(circuit.SlowSeconds, 1));
        model["activationKelvin"] = Numbers([circuit.Activation.Ohmic, circuit.Activation.ChargeTransfer, circuit.Activation.Diffusion], 0);
        model["residualVolt"] = Math.Round(found.RmsVolt, 5);
        if (outcome.Nis is { } nis && double.IsFinite(nis)) model["normalisedInnovationSquared"] = Math.Round(nis, 3);
    }

    private static JsonArray Numbers(double[] values, int digits) => new([.. values.Select(value => (JsonNode)Math.Round(value, digits))]);

    private static JsonObject Estimate(ChargeEstimate estimate) => new()
    {
        ["value"] = Math.Round(estimate.Value, 5), ["lower"] = Math.Round(estimate.Value - estimate.Half95, 5), ["upper"] = Math.Round(estimate.Value + estimate.Half95, 5), ["level"] = Level,
    };
}
