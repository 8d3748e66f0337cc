using Voltloop.Core.Provenance;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Telemetry;
using Voltloop.Record.Things;

namespace Voltloop.Health.FollowAssets;

/// <summary>What telemetry says about a battery now.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Label">Name.</param>
/// <param name="LastSeen">Moment of its newest sample (UTC).</param>
/// <param name="Source">Source of its newest message.</param>
internal sealed record AssetResource(string Id, string Label, DateTimeOffset? LastSeen, string Source)
{
    /// <summary>Samples in the record.</summary>
    public long Samples { get; init; }

    /// <summary>Messages taken.</summary>
    public long Messages { get; init; }

    /// <summary>Mean time between samples of late, s.</summary>
    public double? SpacingSeconds { get; init; }

    /// <summary>Middle of the bounds of the state of charge, %; absent when they say too little.</summary>
    public double? StateOfCharge { get; init; }

    /// <summary>Bounds of the state of charge, %.</summary>
    public Interval ChargeInterval { get; init; }

    /// <summary>Charge throughput over twice the rated capacity; absent when no rated capacity is stated.</summary>
    public double? EquivalentFullCycles { get; init; }

    /// <summary>Charge moved in both directions, Ah.</summary>
    public double ThroughputAh { get; init; }

    /// <summary>Energy moved in both directions, Wh.</summary>
    public double ThroughputWh { get; init; }

    /// <summary>Voltage, V.</summary>
    public RangeResource? Voltage { get; init; }

    /// <summary>Current, A, + = charge.</summary>
    public RangeResource? Current { get; init; }

    /// <summary>Temperature, degC.</summary>
    public RangeResource? Temperature { get; init; }

    /// <summary>Capacity from partial charges between rests, Ah; absent before there are two.</summary>
    public double? CapacityAh { get; init; }

    /// <summary>Interval of the capacity, 95 %.</summary>
    public Interval? CapacityInterval { get; init; }

    /// <summary>Stretches of which nobody knows what flowed, and their length in s.</summary>
    public int Gaps { get; init; }

    /// <summary>Their length, s.</summary>
    public double GapSeconds { get; init; }

    /// <summary>Samples that came after newer ones and were merged.</summary>
    public long Late { get; init; }

    /// <summary>Samples that were there already.</summary>
    public long Repeated { get; init; }

    /// <summary>Samples of a known moment with other values; the first stay.</summary>
    public long Contradicted { get; init; }

    /// <summary>Messages that had been taken before, since the start of the server.</summary>
    public long DuplicateMessages { get; init; }

    /// <summary>Readings that no sensor can have made.</summary>
    public long LeftOut { get; init; }

    /// <summary>The newest of them.</summary>
    public IReadOnlyList<LeftOut> LeftOutExamples { get; init; } = [];

    /// <summary>True when the voltage says that the current has the other sign; the state of charge is then unknown.</summary>
    public bool SignSuspect { get; init; }

    /// <summary>What telemetry says about a battery.</summary>
    public static AssetResource Of(Thing thing, TelemetryTrack kept, TelemetryMeter meter)
    {
        var track = AssetTrack.Parse(kept.State);
        var (state, counts, rated) = (track.State, track.Counts, track.Constants.RatedAh);
        var resource = new AssetResource(thing.Id.Value, thing.Label, double.IsNaN(state.Last) ? null : DateTimeOffset.UnixEpoch.AddSeconds(state.Last), counts.Source)
        {
            Samples = state.Samples, Messages = counts.Messages, SpacingSeconds = double.IsNaN(state.Spacing) ? null : Math.Round(state.Spacing, 3),
            Late = counts.Late, Repeated = counts.Repeated, Contradicted = counts.Contradicted, DuplicateMessages = meter.DuplicatesOf(thing.Id),
            LeftOut = counts.LeftOut, LeftOutExamples = counts.Examples, SignSuspect = state.Sign.IsReversed, Gaps = state.Gaps, GapSeconds = Math.Round(state.GapSeconds, 1),
            Voltage = RangeResource.Of(state.Volt), Current = RangeResource.Of(state.Ampere), Temperature = RangeResource.Of(state.Celsius),
            ThroughputAh = Math.Round(state.ThroughputAh, 4), ThroughputWh = Math.Round(state.ThroughputWh, 4),
            EquivalentFullCycles = rated is { } ah ? Math.Round(state.ThroughputAh / (2 * ah), 4) : null,
        };
        return resource.WithEstimates(state);
    }

    private AssetResource WithEstimates(AssetState state)
    {
        var (lower, upper) = (Math.Round(100 * state.Charge.Lower, 2), Math.Round(100 * state.Charge.Upper, 2));
        var (ah, half) = (state.Capacity.Ah, state.Capacity.HalfAh);
        var isKnown = state.Capacity.Count >= 2 && half < ah;
        return this with
        {
            StateOfCharge = 2 * state.Charge.Half < TelemetryStatements.WidestCharge ? Math.Round(0.5 * (lower + upper), 2) : null,
            ChargeInterval = new Interval(lower, upper, 0.95),
            CapacityAh = isKnown ? Math.Round(ah!.Value, 4) : null,
            CapacityInterval = isKnown ? new Interval(Math.Round(ah!.Value - half, 4), Math.Round(ah.Value + half, 4), 0.95) : null,
        };
    }
}
