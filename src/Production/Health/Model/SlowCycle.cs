using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.Model;

/// <summary>A slow sweep of a cell with its incremental capacity.</summary>
/// <param name="Recording">Series it came from.</param>
/// <param name="Second">Time at which it began, s from the start of the recording.</param>
/// <param name="CapacityAh">Charge it moved, Ah.</param>
/// <param name="Curve">dQ/dV over voltage.</param>
internal sealed record SlowCycle(string Recording, double Second, double CapacityAh, IncrementalCapacity Curve)
{
    /// <summary>Charge from the beginning of the sweep, Ah, growing.</summary>
    public double[] Ah { get; init; } = [];

    /// <summary>Voltage there, V.</summary>
    public double[] Volt { get; init; } = [];

    /// <summary>The peaks of the first sweep, found again in this one; <c>null</c> for one that is gone.</summary>
    public IReadOnlyList<CapacityPeak?> Peaks { get; init; } = [];
}
