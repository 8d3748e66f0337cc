using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Capacity;

/// <summary>
/// Capacity of the new cell: the median of the first usable cycles, with their smallest and largest value as the
/// distribution-free interval of the median, whose level is 1 − 2^(1−n) (David and Nagaraja, Order Statistics, 7.1).
/// Valid while ageing over these cycles is small against their scatter.
/// </summary>
public static class InitialCapacity
{
    /// <summary>Cycles taken at the start.</summary>
    public const int Cycles = 6;

    /// <summary>Fewest cycles for an interval.</summary>
    public const int FewestForInterval = 5;

    /// <summary>Estimates from usable capacities in Ah, oldest first.</summary>
    public static CapacityEstimate Estimate(ReadOnlySpan<double> usable)
    {
        var sorted = usable[..Math.Min(Cycles, usable.Length)].ToArray();
        var median = Median.Of(sorted);
        return sorted.Length < FewestForInterval
            ? CapacityEstimate.Point(median, sorted.Length)
            : new CapacityEstimate(median, sorted[0], sorted[^1], 1 - Math.Pow(2, 1 - sorted.Length), sorted.Length);
    }
}
