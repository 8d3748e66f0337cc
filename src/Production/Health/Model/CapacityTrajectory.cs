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
        var kept = Enumerable.Range(0, count).Where(i => flags[i] == CapacityFlag.None).ToArray();
        var each = new CapacityEstimate[kept.Length];
        CurrentCapacity.EstimateEach(
            Array.ConvertAll(kept, i => history.Cycle[i]), Array.ConvertAll(kept, i => history.Capacity[i]), each);
        return new CapacityTrajectory(history.Cycle, history.Capacity, flags, Spread(each, kept, count));
    }

    // A flagged cycle shows the estimate that stood before it.
    private static CapacityEstimate?[] Spread(CapacityEstimate[] each, int[] kept, int count)
    {
        var estimates = new CapacityEstimate?[count];
        var next = 0;
        for (var i = 0; i < count; i++)
        {
            var isKept = next < kept.Length && kept[next] == i;
            estimates[i] = isKept ? each[next] : i == 0 ? null : estimates[i - 1];
            next += isKept ? 1 : 0;
        }

        return estimates;
    }
}
