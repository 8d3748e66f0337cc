using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.Model;

/// <summary>Finds slow steady discharges and charges in recordings, from which the open-circuit voltage can be had.</summary>
internal static class SweepFinder
{
    /// <summary>Shortest sweep, h: a rate of C/12 or slower.</summary>
    public const double ShortestHours = 12;

    /// <summary>Smallest change of voltage over a sweep from full to empty, V.</summary>
    public const double LeastVolt = 0.6;

    // A sample belongs to the sweep while its current is within this share of the sweep's.
    private const double Steadiness = 0.2;
    private const double LongestStep = 1800;
    private const double SameCharge = 0.05;

    /// <summary>The longest sweep in a direction; <c>null</c> when there is none.</summary>
    /// <param name="recordings">Where to look.</param>
    /// <param name="sign">−1 for a discharge, +1 for a charge.</param>
    public static (CellRecording Recording, SlowSweep Sweep)? Find(IEnumerable<CellRecording> recordings, int sign)
    {
        var best = recordings.SelectMany(recording => Stretches(recording, sign).Select(stretch => (Recording: recording, Stretch: stretch)))
            .OrderByDescending(one => Hours(one.Recording, one.Stretch)).FirstOrDefault();
        return best.Recording is not null && IsSweep(best.Recording, best.Stretch, ShortestHours) ? (best.Recording, Take(best.Recording, best.Stretch)) : null;
    }

    /// <summary>All sweeps of a recording in a direction that last so long, with the time at which each began.</summary>
    /// <param name="recording">Where to look.</param>
    /// <param name="sign">−1 for discharges, +1 for charges.</param>
    /// <param name="hours">Shortest, h.</param>
    public static IEnumerable<(double Second, SlowSweep Sweep)> All(CellRecording recording, int sign, double hours) => Stretches(recording, sign)
        .Where(stretch => IsSweep(recording, stretch, hours)).Select(stretch => (recording.Second[stretch.From], Take(recording, stretch)));

    /// <summary>The slow charge that belongs to a slow discharge: it moves as much charge, within 5 %; else its ends are not empty and full, and it is left out.</summary>
    public static SlowSweep? ChargeOf(IEnumerable<CellRecording> recordings, SlowSweep discharge) =>
        Find(recordings, 1)?.Sweep is { } charge && Math.Abs(Moved(charge) / Moved(discharge) - 1) <= SameCharge ? charge : null;

    private static double Moved(SlowSweep sweep) => sweep.ChargeAh.Max() - sweep.ChargeAh.Min();

    private static bool IsSweep(CellRecording recording, (int From, int To) stretch, double hours)
    {
        var volts = recording.Volt.AsSpan(stretch.From, stretch.To - stretch.From).ToArray().Where(double.IsFinite).ToArray();
        return Hours(recording, stretch) >= hours && volts.Length >= OcvBuilder.FewestSamples && volts.Max() - volts.Min() >= LeastVolt;
    }

    private static double Hours(CellRecording recording, (int From, int To) stretch) => (recording.Second[stretch.To - 1] - recording.Second[stretch.From]) / 3600;

    private static IEnumerable<(int From, int To)> Stretches(CellRecording recording, int sign)
    {
        var from = -1;
        for (var i = 0; i <= recording.Ampere.Length; i++)
        {
            var goes = i < recording.Ampere.Length && sign * recording.Ampere[i] > 0;
            var belongs = goes && from >= 0 && recording.Second[i] - recording.Second[i - 1] <= LongestStep
                && Math.Abs(recording.Ampere[i] - recording.Ampere[from]) <= Steadiness * Math.Abs(recording.Ampere[from]);
            if (from >= 0 && !belongs)
            {
                yield return (from, i);
                from = -1;
            }

            from = goes && from < 0 ? i : from;
        }
    }

    private static SlowSweep Take(CellRecording recording, (int From, int To) stretch)
    {
        var count = stretch.To - stretch.From;
        var ah = new double[count];
        for (var i = 1; i < count; i++)
        {
            var at = stretch.From + i;
            ah[i] = ah[i - 1] + 0.5 * (recording.Ampere[at] + recording.Ampere[at - 1]) * (recording.Second[at] - recording.Second[at - 1]) / 3600;
        }

        return new SlowSweep(ah, recording.Volt[stretch.From..stretch.To], recording.Ampere[stretch.From..stretch.To]);
    }
}
