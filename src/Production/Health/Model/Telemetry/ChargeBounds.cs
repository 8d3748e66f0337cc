using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.Model.Telemetry;

/// <summary>
/// Bounds that hold the state of charge: both ends move with the charge counted and apart with what sensor and capacity may
/// be wrong by; a rest whose voltage has settled narrows them through the open-circuit voltage (Plett, Battery Management
/// Systems II, 3.1; set-membership estimation after Schweppe 1968). What nobody measured opens them, never closes.
/// </summary>
/// <param name="Lower">Lower bound, 0 to 1.</param>
/// <param name="Upper">Upper bound, 0 to 1.</param>
internal readonly record struct ChargeBounds(double Lower, double Upper)
{
    /// <summary>Largest offset of the current sensor, as a share of the current that fills the battery in an hour.</summary>
    public const double OffsetShare = 0.005;

    /// <summary>Largest error of the capacity and of the gain of the sensor, relative.</summary>
    public const double GainError = 0.03;

    /// <summary>Largest current in a gap, in capacities per hour.</summary>
    public const double GapRate = 1;

    /// <summary>Current below which the battery rests, in capacities per hour.</summary>
    public const double RestRate = 0.01;

    /// <summary>Shortest rest, s.</summary>
    public const double RestSeconds = 1800;

    /// <summary>Change of the voltage over that rest below which it has settled, V.</summary>
    public const double SettledVolt = 0.004;

    /// <summary>Error of the open-circuit voltage after it, V.</summary>
    public const double OcvErrorVolt = 0.01;

    private const double LeastMoved = 0.1;
    private const double HourSeconds = 3600;

    /// <summary>Nothing known.</summary>
    public static readonly ChargeBounds Unknown = new(0, 1);

    /// <summary>Start of the rest at hand, s since 1970; NaN while current flows.</summary>
    public double RestFrom { get; init; } = double.NaN;

    /// <summary>Voltage at its start, V.</summary>
    public double RestVolt { get; init; }

    /// <summary>Charge of the last settled rest with what was counted until then (Ah); NaN when something was missed since.</summary>
    public double AnchorCharge { get; init; } = double.NaN;

    /// <summary>Charge counted at that rest, Ah.</summary>
    public double AnchorAh { get; init; }

    /// <summary>Half width of the charge at that rest.</summary>
    public double AnchorHalf { get; init; }

    /// <summary>End of that rest, s since 1970.</summary>
    public double AnchorAt { get; init; }

    /// <summary>How often a rest contradicted the bounds.</summary>
    public int Contradictions { get; init; }

    /// <summary>Middle, 0 to 1.</summary>
    public double Middle => 0.5 * (Lower + Upper);

    /// <summary>Half the distance of the bounds.</summary>
    public double Half => 0.5 * (Upper - Lower);

    /// <summary>After a stretch whose current is known.</summary>
    public ChargeBounds Counted(double seconds, double ah, double ratedAh)
    {
        var (moved, drift) = (ah / ratedAh, OffsetShare * seconds / HourSeconds + GainError * Math.Abs(ah) / ratedAh);
        return Between(Lower + moved - drift, Upper + moved + drift);
    }

    /// <summary>After a stretch of which nobody knows what flowed.</summary>
    public ChargeBounds Missed(double seconds) => Between(Lower - GapRate * seconds / HourSeconds, Upper + GapRate * seconds / HourSeconds) with
    {
        RestFrom = double.NaN, AnchorCharge = double.NaN,
    };

    /// <summary>Takes a sample at rest or not; a settled rest narrows the bounds and may give a partial charge.</summary>
    /// <param name="state">State of the battery, whose newest sample it is; its capacity sums may change.</param>
    /// <param name="curve">Open-circuit voltage.</param>
    /// <param name="ratedAh">Rated capacity, Ah.</param>
    public ChargeBounds Rested(AssetState state, OcvCurve curve, double ratedAh)
    {
        var (volt, resting) = (state.LastVolt, Math.Abs(state.LastAmpere) <= RestRate * ratedAh);
        if (!resting || double.IsNaN(volt)) return this with { RestFrom = double.NaN };
        if (double.IsNaN(RestFrom)) return this with { RestFrom = state.Last, RestVolt = volt };
        if (state.Last - RestFrom < RestSeconds) return this;
        var next = this with { RestFrom = state.Last, RestVolt = volt };
        return Math.Abs(volt - RestVolt) <= SettledVolt ? next.Settled(state, curve, volt) : next;
    }

    private ChargeBounds Settled(AssetState state, OcvCurve curve, double volt)
    {
        var charge = curve.Invert(volt);
        var half = OcvErrorVolt / curve.Slope(charge);
        var (low, high) = (Math.Max(0, charge - half), Math.Min(1, charge + half));
        var agrees = low <= Upper && high >= Lower;
        Pair(state, charge, half);
        var next = agrees ? Between(Math.Max(Lower, low), Math.Min(Upper, high)) : Between(low, high) with { Contradictions = Contradictions + 1 };
        return next with { AnchorCharge = charge, AnchorHalf = half, AnchorAh = state.NetAh, AnchorAt = state.Last };
    }

    // Two rests with nothing missed between them: what was counted over what the voltage says is the capacity.
    private void Pair(AssetState state, double charge, double half)
    {
        var (share, ah) = (charge - AnchorCharge, state.NetAh - AnchorAh);
        if (!(Math.Abs(share) >= LeastMoved) || share * ah <= 0) return;
        var capacity = ah / share;
        var hours = (state.Last - AnchorAt) / HourSeconds;
        var ocv = capacity * Math.Sqrt(half * half + AnchorHalf * AnchorHalf);
        var counted = capacity * OffsetShare * hours + 0.005 * Math.Abs(ah);
        state.Capacity = state.Capacity.With(share, ah, 0.5 * Math.Sqrt(ocv * ocv + counted * counted));
    }

    private ChargeBounds Between(double lower, double upper) => this with { Lower = Math.Clamp(lower, 0, 1), Upper = Math.Clamp(upper, 0, 1) };
}
