using Voltloop.Health.Model;

namespace Voltloop.Health.ShowSlowCycles;

/// <summary>A slow discharge and where its peaks stand.</summary>
/// <param name="Recording">Series it came from.</param>
/// <param name="Second">Time at which it began, s from the start of the recording.</param>
/// <param name="CapacityAh">Charge it moved, Ah.</param>
/// <param name="Peaks">The peaks of the first slow discharge, found again; <c>null</c> for one that is gone.</param>
internal sealed record SlowCycleResource(string Recording, double Second, double CapacityAh, IReadOnlyList<SlowPeak?> Peaks)
{
    /// <summary>Shows a sweep.</summary>
    public static SlowCycleResource Of(SlowCycle cycle) => new(
        cycle.Recording, cycle.Second, Math.Round(cycle.CapacityAh, 5),
        [.. cycle.Peaks.Select(peak => peak is { } found ? new SlowPeak(Math.Round(found.Volt, 4), Math.Round(found.PerVolt, 4)) : null)]);
}
