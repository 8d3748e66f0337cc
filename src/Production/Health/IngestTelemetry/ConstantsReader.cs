using Voltloop.Core.Time;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Ports;
using Voltloop.Record.Things;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>Reads what the record states about a battery and its estimators rest on: rated capacity and open-circuit voltage, of the battery or its model.</summary>
internal sealed class ConstantsReader(IRecordReader record)
{
    /// <summary>Reads.</summary>
    public async Task<AssetConstants> ReadAsync(Thing thing, CancellationToken cancellation)
    {
        var own = HealthFacts.Of(await record.ReadStatementsAsync(thing.Id, AsOf.Latest, cancellation));
        var model = thing.Model is { } id ? HealthFacts.Of(await record.ReadStatementsAsync(id, AsOf.Latest, cancellation)) : own;
        return new AssetConstants(Rated(own) ?? Rated(model), Curve(own) ?? Curve(model));
    }

    private static double? Rated(HealthFacts facts) => facts.Find(HealthTerms.RatedCapacity) is { Statement: { Unit: null or "Ah" } stated } && stated.Value.AsNumber() is > 0 and var ah ? ah : null;

    private static double[]? Curve(HealthFacts facts)
    {
        if (facts.Find(HealthTerms.ChargeModel)?.Statement.Value.AsElement() is not { ValueKind: System.Text.Json.JsonValueKind.Object } model || !model.TryGetProperty("openCircuitVolt", out var volts)) return null;
        double[] curve = [.. volts.EnumerateArray().Select(one => one.GetDouble())];
        var grows = curve.Length == Kernels.Circuit.OcvCurve.Points && Enumerable.Range(1, curve.Length - 1).All(i => curve[i] >= curve[i - 1]);
        return grows ? curve : null;
    }
}
