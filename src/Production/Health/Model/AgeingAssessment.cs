using Voltloop.Core.Problems;
using Voltloop.Kernels.Ageing;
using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.Model;

/// <summary>Analyses the recordings of one cell for signs of ageing.</summary>
internal static class AgeingAssessment
{
    /// <summary>The recordings carry nothing that says something about ageing.</summary>
    public static readonly ProblemKind NothingToAnalyse = new("ageing-nothing-to-analyse", "The recordings say nothing about ageing.", 422, 2);

    private const double SecondsPerDay = 86_400;

    /// <summary>What they carry.</summary>
    /// <exception cref="ProblemException">Neither a slow discharge, nor rests around a partial charge, nor a long rest.</exception>
    public static AgeingFindings Of(IReadOnlyList<CellRecording> recordings)
    {
        var down = SweepFinder.Find(recordings, -1)?.Sweep;
        var ocv = down is null ? null : OcvBuilder.Build(down, SweepFinder.ChargeOf(recordings, down), 0);
        var partial = new PartialCapacity();
        foreach (var recording in ocv is null ? [] : recordings)
        {
            PartialCharges.Add(partial, recording, ocv!);
        }

        var found = new AgeingFindings(
            down is null ? null : IncrementalCapacity.Of(down.Volt, down.ChargeAh), down is null ? null : Energy(down), partial.Estimate(), partial.Count,
            recordings.Select(recording => Leak(recording, ocv)).FirstOrDefault(leak => leak is not null));
        return found.IsEmpty
            ? throw new ProblemException(NothingToAnalyse, "There is no slow discharge (C/12 or slower), no charge between two rests, and no rest of two days.", remedy: "Import a C/20 discharge of this cell.")
            : found;
    }

    private static double Energy(SlowSweep sweep)
    {
        var energy = 0.0;
        for (var i = 1; i < sweep.Volt.Length; i++)
        {
            energy += 0.5 * (sweep.Volt[i] + sweep.Volt[i - 1]) * Math.Abs(sweep.ChargeAh[i] - sweep.ChargeAh[i - 1]);
        }

        return energy;
    }

    // The longest stretch without current; its first hours relax and are left out.
    private static SelfDischarge? Leak(CellRecording recording, OcvTable? ocv)
    {
        const double Relaxing = 12 * 3600;
        var (best, from) = ((From: 0, To: 0), 0);
        for (var i = 0; i < recording.Second.Length; i++)
        {
            if (Math.Abs(recording.Ampere[i]) > 0.001) from = i + 1;
            else if (recording.Second[i] - recording.Second[from] > recording.Second[best.To] - recording.Second[best.From]) best = (from, i);
        }

        int[] settled = [.. Enumerable.Range(best.From, best.To - best.From + 1).Where(i => recording.Second[i] - recording.Second[best.From] >= Relaxing)];
        return settled.Length == 0
            ? null
            : SelfDischarge.Of(Array.ConvertAll(settled, i => recording.Second[i] / SecondsPerDay), Array.ConvertAll(settled, i => recording.Volt[i]), ocv?.Curve, ocv?.CapacityAh ?? double.NaN);
    }
}
