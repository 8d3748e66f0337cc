using Voltloop.Kernels.Ageing;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.Model;

/// <summary>Finds what was charged or discharged between two rests of a recording.</summary>
internal static class PartialCharges
{
    /// <summary>Shortest rest whose voltage counts as open-circuit voltage, s.</summary>
    public const double ShortestRest = 1800;

    /// <summary>Smallest change of charge that says something about capacity.</summary>
    public const double LeastMoved = 0.1;

    private const double RestShare = 0.01;
    private const double OcvErrorVolt = 0.01;
    private const double OffsetAmpere = 0.01;
    private const double CountedShare = 0.002;
    private const double LongestStep = 1800;

    /// <summary>Adds the partial charges of a recording to an estimator.</summary>
    public static void Add(PartialCapacity estimator, CellRecording recording, OcvTable ocv)
    {
        var (counted, rest, from) = (0.0, ((double Charge, double Ah, double Second)?)null, 0);
        for (var i = 1; i < recording.Second.Length; i++)
        {
            var seconds = recording.Second[i] - recording.Second[i - 1];
            counted += 0.5 * (recording.Ampere[i] + recording.Ampere[i - 1]) * seconds / 3600;
            var resting = Math.Abs(recording.Ampere[i]) <= RestShare * ocv.CapacityAh && seconds <= LongestStep;
            from = resting ? from : i;
            if (recording.Second[i] - recording.Second[from] < ShortestRest || EndsLater(recording, i, ocv)) continue;
            var now = (Charge: ocv.Curve.Invert(recording.Volt[i]), Ah: counted, Second: recording.Second[i]);
            if (rest is { } before) Add(estimator, before, now, ocv.Curve);
            rest = now;
        }
    }

    // The last sample of a rest is the one that has settled most.
    private static bool EndsLater(CellRecording recording, int i, OcvTable ocv) =>
        i + 1 < recording.Second.Length && Math.Abs(recording.Ampere[i + 1]) <= RestShare * ocv.CapacityAh;

    private static void Add(PartialCapacity estimator, (double Charge, double Ah, double Second) before, (double Charge, double Ah, double Second) now, OcvCurve curve)
    {
        var (moved, ah, hours) = (now.Charge - before.Charge, now.Ah - before.Ah, (now.Second - before.Second) / 3600);
        if (!(Math.Abs(moved) >= LeastMoved) || !double.IsFinite(ah) || moved * ah <= 0) return;
        var (first, second) = (OcvErrorVolt / curve.Slope(before.Charge), OcvErrorVolt / curve.Slope(now.Charge));
        estimator.Add((moved, Math.Sqrt(first * first + second * second)), (ah, OffsetAmpere * hours + CountedShare * Math.Abs(ah)));
    }
}
