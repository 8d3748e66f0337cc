using Voltloop.Quality.Model;

namespace Voltloop.Quality.ReadProcessSignals;

/// <summary>Opens a phase of a chart with each repair of the machine.</summary>
internal static class RepairPhases
{
    /// <summary>Samples after a repair that the new limits come from.</summary>
    public const int Baseline = 100;

    /// <summary>The settings with a phase from the first sample after each repair, where enough samples follow to have limits.</summary>
    public static ChartSettings After(ChartSettings settings, IReadOnlyList<ChartSample> samples, IReadOnlyList<MachineRepair> repairs)
    {
        var phases = settings.Phases.ToList();
        foreach (var repair in repairs)
        {
            var start = samples.TakeWhile(sample => sample.At < repair.At).Count();
            if (start == 0 || samples.Count - start < ChartEstimator.UsualSamples || phases.Any(phase => phase.Start == start)) continue;
            phases.Add(new ChartPhase(start, "repair: " + repair.Reason) { Baseline = Math.Min(Baseline, samples.Count - start) });
        }

        return settings with { Phases = phases };
    }
}
