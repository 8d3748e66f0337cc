using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.Model;

/// <summary>Finds the slow discharges of a cell in the order of time and follows the peaks of the first through the others.</summary>
internal static class SlowCycles
{
    /// <summary>Shortest sweep, h: a rate of about C/5; the slower, the sharper the peaks.</summary>
    public const double ShortestHours = 4;

    /// <summary>Most sweeps.</summary>
    public const int Most = 24;

    /// <summary>Peaks followed.</summary>
    public const int MostPeaks = 4;

    /// <summary>Largest shift of a peak from one sweep to the next, V.</summary>
    public const double ReachVolt = 0.05;

    private const double LeastShare = 0.7;

    /// <summary>The sweeps; those that move less than 0.7 of the largest are left out, and beyond <see cref="Most"/> they are spread evenly.</summary>
    /// <param name="recordings">Recordings of the cell, oldest first.</param>
    public static IReadOnlyList<SlowCycle> Of(IReadOnlyList<CellRecording> recordings)
    {
        var all = recordings.SelectMany(recording => SweepFinder.All(recording, -1, ShortestHours).Select(found => (recording.Id, found.Second, found.Sweep))).ToList();
        if (all.Count == 0) return [];
        var largest = all.Max(one => -one.Sweep.ChargeAh[^1]);
        var full = all.Where(one => -one.Sweep.ChargeAh[^1] >= LeastShare * largest).ToList();
        var every = (full.Count + Most - 1) / Most;
        var cycles = full.Where((_, i) => i % every == 0 || i == full.Count - 1).Take(Most).Select(one => Cycle(one.Id, one.Second, one.Sweep)).OfType<SlowCycle>().ToList();
        return Followed(cycles);
    }

    private static SlowCycle? Cycle(string recording, double second, Kernels.Circuit.SlowSweep sweep) => IncrementalCapacity.Of(sweep.Volt, sweep.ChargeAh) is not { } curve
        ? null
        : new SlowCycle(recording, second, -sweep.ChargeAh[^1], curve) { Ah = Array.ConvertAll(sweep.ChargeAh, ah => -ah), Volt = sweep.Volt };

    private static List<SlowCycle> Followed(List<SlowCycle> cycles)
    {
        CapacityPeak?[] last = cycles.Count == 0 ? [] : [.. cycles[0].Curve.Peaks().Take(MostPeaks).OrderBy(peak => peak.Volt).Select(peak => (CapacityPeak?)peak)];
        var followed = new List<SlowCycle>();
        foreach (var cycle in cycles)
        {
            // A peak that was lost once is looked for where it was seen last.
            CapacityPeak?[] now = Array.ConvertAll(last, peak => peak is { } seen ? cycle.Curve.Track(seen, ReachVolt) : null);
            followed.Add(cycle with { Peaks = now });
            last = [.. last.Zip(now, (before, found) => found ?? before)];
        }

        return followed;
    }
}
