using System.Collections.Concurrent;
using Voltloop.Kernels.Packs;
using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Consistency;

/// <summary>
/// How far in scaled median absolute deviations the farthest of n sound cells lies, so that a stated share of sound packs shows no
/// outlier. Found by drawing normal values, because the scale of few cells is itself uncertain: for 8 cells the limit is far above 3.
/// </summary>
public static class OutlierLimit
{
    private const int Draws = 4000;
    private const int Seed = 20261;
    private const int MostKnown = 512;
    private static readonly ConcurrentDictionary<(int Count, double Level), double> Known = new();

    /// <summary>The limit.</summary>
    /// <param name="count">Cells, 3 or more.</param>
    /// <param name="level">Share of sound packs in which any cell exceeds it, for example 0.01.</param>
    public static double For(int count, double level)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 3);
        if (Known.TryGetValue((count, level), out var known)) return known;
        var limit = Draw(count, level);
        if (Known.Count < MostKnown) Known.TryAdd((count, level), limit);
        return limit;
    }

    private static double Draw(int count, double level)
    {
        var (chance, values, worst) = (new Random(Seed), new double[count], new double[Draws]);
        for (var draw = 0; draw < Draws; draw++)
        {
            for (var i = 0; i < count; i++) values[i] = PackSpread.Gauss(chance);
            worst[draw] = RobustScores.Of(values, 0).Max(Math.Abs);
        }

        Array.Sort(worst);
        return worst[Math.Min(Draws - 1, (int)Math.Ceiling((1 - level) * Draws))];
    }
}
