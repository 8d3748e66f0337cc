using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Commonality;

/// <summary>
/// Whether bad units have a possible cause more often within strata that are alike in everything known already. Exact from the sum of the
/// strata's hypergeometric distributions when it has few values, else by Mantel and Haenszel (1959) with continuity correction.
/// </summary>
public static class StratifiedTest
{
    private const int MostExact = 512;

    /// <summary>Probability of as many bad units with the cause, or more, by chance.</summary>
    public static double Probability(ReadOnlySpan<ContingencyTable> strata)
    {
        var (found, least, most) = (0, 0, 0);
        foreach (var one in strata) (found, least, most) = (found + one.BadWith, least + one.Chance.Least, most + one.Chance.Most);
        if (found <= least) return 1;
        if (strata.Length == 1) return strata[0].Probability;
        return most - least <= MostExact ? Exact(strata, found - least, most - least) : MantelHaenszel(strata, found);
    }

    /// <summary>Risk ratio over all strata (Mantel and Haenszel); NaN when no stratum can tell.</summary>
    public static double RiskRatio(ReadOnlySpan<ContingencyTable> strata)
    {
        var (with, without) = (0.0, 0.0);
        foreach (var one in strata)
        {
            if (one.Total == 0) continue;
            with += (double)one.BadWith * one.Without / one.Total;
            without += (double)one.BadWithout * one.With / one.Total;
        }

        return without > 0 ? with / without : with > 0 ? double.PositiveInfinity : double.NaN;
    }

    private static double Exact(ReadOnlySpan<ContingencyTable> strata, int above, int width)
    {
        var (sum, next, used) = (new double[width + 1], new double[width + 1], 0);
        sum[0] = 1;
        foreach (var one in strata)
        {
            var chance = one.Chance;
            if (chance.Most == chance.Least) continue;
            Array.Clear(next);
            for (var k = chance.Least; k <= chance.Most; k++)
            {
                var weight = chance.Probability(k);
                if (weight < 1e-300) continue;
                for (var i = 0; i <= used; i++) next[i + k - chance.Least] += weight * sum[i];
            }

            used += chance.Most - chance.Least;
            (sum, next) = (next, sum);
        }

        var tail = 0.0;
        for (var i = width; i >= above; i--) tail += sum[i];
        return Math.Min(1, tail);
    }

    private static double MantelHaenszel(ReadOnlySpan<ContingencyTable> strata, int found)
    {
        var (mean, variance) = (0.0, 0.0);
        foreach (var one in strata) (mean, variance) = (mean + one.Chance.Mean, variance + one.Chance.Variance);
        return variance > 0 ? Normal.Upper((found - 0.5 - mean) / Math.Sqrt(variance)) : 1;
    }
}
