using Voltloop.Kernels.Ageing;
using Voltloop.Kernels.Capacity;

namespace Voltloop.Health.Model.Lifetime;

/// <summary>What a battery went through up to each of its capacity measurements, and what it had lost by then.</summary>
/// <param name="Cycle">Cycle counts.</param>
/// <param name="Uses">Use up to each.</param>
/// <param name="Lost">Share of the capacity at the beginning that was lost.</param>
internal sealed record FadeHistory(double[] Cycle, FadeUse[] Uses, double[] Lost)
{
    private const int MostPoints = 200;

    /// <summary>Takes the usable measurements of a history, at most 200 of them evenly spread.</summary>
    /// <param name="history">Capacity per cycle.</param>
    /// <param name="celsius">Temperature, degC.</param>
    /// <param name="daysPerCycle">Days that a cycle takes; 0 where nobody says, so that nothing is put down to time.</param>
    /// <param name="depth">Mean depth of the cycles, 0 to 1.</param>
    public static FadeHistory Of(CapacityHistory history, double celsius, double daysPerCycle, double depth)
    {
        var flags = new CapacityFlag[history.Capacity.Length];
        CapacityScreen.Flag(history.Capacity, history.Rated ?? double.NaN, flags, new double[flags.Length]);
        int[] kept = [.. Enumerable.Range(0, flags.Length).Where(i => flags[i] == CapacityFlag.None)];
        if (kept.Length == 0) return new FadeHistory([], [], []);
        double[] ah = Array.ConvertAll(kept, i => history.Capacity[i]);
        var (initial, full) = (InitialCapacity.Estimate(ah).Value, 0.0);
        var fulls = new double[kept.Length];
        for (var i = 0; i < kept.Length; i++)
        {
            // Between two measurements the battery was cycled too.
            full += i == 0 ? history.Cycle[kept[0]] : 0.5 * (ah[i] + ah[i - 1]) / initial * (history.Cycle[kept[i]] - history.Cycle[kept[i - 1]]);
            fulls[i] = full;
        }

        var every = (kept.Length + MostPoints - 1) / MostPoints;
        int[] taken = [.. Enumerable.Range(0, kept.Length).Where(i => i % every == 0 || i == kept.Length - 1)];
        return new FadeHistory(
            Array.ConvertAll(taken, i => history.Cycle[kept[i]]),
            Array.ConvertAll(taken, i => new FadeUse(daysPerCycle * history.Cycle[kept[i]], celsius, fulls[i], depth)),
            Array.ConvertAll(taken, i => 1 - (ah[i] / initial)));
    }

    /// <summary>The measurements but those of a block of <paramref name="blocks"/> equal ones.</summary>
    public FadeHistory Without(int block, int blocks)
    {
        int[] kept = [.. Enumerable.Range(0, Lost.Length).Where(i => (int)((long)i * blocks / Lost.Length) != block)];
        return new FadeHistory(Array.ConvertAll(kept, i => Cycle[i]), Array.ConvertAll(kept, i => Uses[i]), Array.ConvertAll(kept, i => Lost[i]));
    }

    /// <summary>The first measurements.</summary>
    public FadeHistory First(int count) => new(Cycle[..count], Uses[..count], Lost[..count]);
}
