using Voltloop.Kernels.Capacity;

namespace Voltloop.Health.Model;

/// <summary>A capacity history with the estimate as it stood after each cycle.</summary>
/// <param name="Cycle">Cycle counts.</param>
/// <param name="Capacity">Measured capacity in Ah; NaN where missing.</param>
/// <param name="Flags">Why a sample is left out.</param>
/// <param name="Estimates">Estimate from the usable cycles up to each cycle; <c>null</c> before the first usable one.</param>
internal sealed record CapacityTrajectory(double[] Cycle, double[] Capacity, CapacityFlag[] Flags, CapacityEstimate?[] Estimates)
{
    /// <summary>Computes the estimates. The screen has seen the whole history, the estimates only what came before.</summary>
    public static CapacityTrajectory Of(CapacityHistory history)
    {
        var count = history.Capacity.Length;
        var flags = new CapacityFlag[count];
        CapacityScreen.Flag(history.Capacity, history.Rated ?? double.NaN, flags, new double[count]);
        var (cycle, usable, used) = (new double[count], new double[count], 0);
        var estimates = new CapacityEstimate?[count];
        for (var i = 0; i < count; i++)
        {
            if (flags[i] == CapacityFlag.None)
            {
                (cycle[used], usable[used]) = (history.Cycle[i], history.Capacity[i]);
                used++;
                estimates[i] = CurrentCapacity.Estimate(cycle.AsSpan(0, used), usable.AsSpan(0, used));
            }
            else
            {
                estimates[i] = i == 0 ? null : estimates[i - 1];
            }
        }

        return new CapacityTrajectory(history.Cycle, history.Capacity, flags, estimates);
    }
}
