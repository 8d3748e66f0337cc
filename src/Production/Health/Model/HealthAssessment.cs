using Voltloop.Kernels.Capacity;
using Voltloop.Kernels.Integration;

namespace Voltloop.Health.Model;

/// <summary>Judges a capacity history.</summary>
internal static class HealthAssessment
{
    /// <summary>The health of the cell; <c>null</c> when no cycle is usable.</summary>
    public static CellHealth? Assess(CapacityHistory history)
    {
        var flags = new CapacityFlag[history.Capacity.Length];
        var localMedian = new double[flags.Length];
        CapacityScreen.Flag(history.Capacity, history.Rated ?? double.NaN, flags, localMedian);
        var (cycle, usable) = Usable(history, flags);
        if (usable.Length == 0)
        {
            return null;
        }

        var initial = InitialCapacity.Estimate(usable);
        return new CellHealth(
            history.Rated ?? initial.Value,
            initial,
            CurrentCapacity.Estimate(cycle, usable),
            history.Cycle[^1],
            Discharged(history.Capacity, flags, localMedian),
            Flagged(history, flags));
    }

    private static (double[] Cycle, double[] Capacity) Usable(CapacityHistory history, CapacityFlag[] flags)
    {
        var keep = Enumerable.Range(0, flags.Length).Where(i => flags[i] == CapacityFlag.None).ToArray();
        return (Array.ConvertAll(keep, i => history.Cycle[i]), Array.ConvertAll(keep, i => history.Capacity[i]));
    }

    private static double Discharged(double[] capacity, CapacityFlag[] flags, double[] localMedian)
    {
        var sum = new CompensatedSum();
        for (var i = 0; i < capacity.Length; i++)
        {
            var value = flags[i] == CapacityFlag.None ? capacity[i] : localMedian[i];
            sum.Add(double.IsNaN(value) ? 0 : value);
        }

        return sum.Value;
    }

    private static List<FlaggedSample> Flagged(CapacityHistory history, CapacityFlag[] flags)
    {
        var flagged = new List<FlaggedSample>();
        for (var i = 0; i < flags.Length; i++)
        {
            if (flags[i] != CapacityFlag.None)
            {
                double? value = double.IsNaN(history.Capacity[i]) ? null : history.Capacity[i];
                flagged.Add(new FlaggedSample(i, history.Cycle[i], value, flags[i]));
            }
        }

        return flagged;
    }
}
