using Voltloop.Core.Provenance;

namespace Voltloop.Health.FollowAssets;

/// <summary>Methods of what is estimated from telemetry.</summary>
internal static class TelemetryMethods
{
    /// <summary>State of charge.</summary>
    public static readonly Evidence Charge = new(
        "charge.bounds-from-telemetry",
        "Plett, Battery Management Systems II, 3.1: drift of sensor offset and capacity; set-membership estimation after Schweppe, IEEE Trans. Autom. Control 13 (1968) 22-28",
        "Both bounds move with the charge counted, apart by an offset of 0.5 % of the one-hour current and 3 % of the charge moved; a stretch without samples opens them by one capacity per hour; a settled rest of 30 min narrows them through the open-circuit voltage where one is in the record. Stated when the bounds are less than 40 % apart; the value is their middle.");

    /// <summary>Throughput.</summary>
    public static readonly Evidence Throughput = new(
        "throughput.trapezoid-from-telemetry",
        "Trapezoid of current, and of current times mean voltage, over samples at most 300 s apart",
        "What flowed between samples further apart is not in it: a lower bound when samples are missing.");

    /// <summary>Equivalent full cycles.</summary>
    public static readonly Evidence Cycles = new(
        "cycles.equivalent-from-telemetry", "Charge throughput over twice the rated capacity (EC guidance on battery passport data points, EC-68)", "As the throughput it comes from: counted since the first sample of telemetry.");
}
