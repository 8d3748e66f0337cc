using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Integration;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.RunLengths;

/// <summary>Average run length of the CUSUM of standard normal values by its integral equation (Page, Biometrika 41, 1954; Gauss-Legendre nodes).</summary>
public static class CusumLength
{
    private const int Nodes = 100;

    /// <summary>One-sided.</summary>
    /// <param name="reference">Taken off each value, k.</param>
    /// <param name="decision">Alarm above it, h.</param>
    /// <param name="shift">Mean of the values, standard deviations.</param>
    /// <param name="start">Where the sum begins, 0 to h.</param>
    public static double OneSided(double reference, double decision, double shift, double start = 0)
    {
        var (lengths, atZero) = Solve(reference, decision, shift);
        if (start <= 0) return atZero;
        var rule = GaussLegendre.Of(Nodes);
        var back = reference - shift - start;
        return 1 + (atZero * Normal.Cumulative(back)) + FredholmLength.Mean(rule, (0, decision), lengths, to => Normal.Density(to + back));
    }

    /// <summary>Two one-sided sums at once (Kemp 1961; with a head start Lucas and Crosier 1982).</summary>
    public static double TwoSided(double reference, double decision, double shift, double start = 0)
    {
        var (up, down) = (OneSided(reference, decision, shift), OneSided(reference, decision, -shift));
        if (start <= 0) return up * down / (up + down);
        var (ahead, behind) = (OneSided(reference, decision, shift, start), OneSided(reference, decision, -shift, start));
        return ((ahead * down) + (up * behind) - (up * down)) / (up + down);
    }

    /// <summary>Decision limit h whose two-sided chart has an average run length in control.</summary>
    public static double DecisionFor(double reference, double runLength) =>
        DesignSearch.Find(h => TwoSided(reference, h, 0), runLength, 4);

    // The sum has an atom at zero: one unknown more than nodes.
    private static (double[] AtNodes, double AtZero) Solve(double reference, double decision, double shift)
    {
        var rule = GaussLegendre.Of(Nodes);
        var (system, lengths) = (new double[Nodes + 1, Nodes + 1], new double[Nodes + 1]);
        for (var i = 0; i <= Nodes; i++)
        {
            lengths[i] = 1;
            var back = reference - shift - (i < Nodes ? rule.At(i, 0, decision).Node : 0);
            for (var j = 0; j < Nodes; j++)
            {
                var (to, weight) = rule.At(j, 0, decision);
                system[i, j] = -weight * Normal.Density(to + back);
            }

            system[i, Nodes] = -Normal.Cumulative(back);
            system[i, i] += 1;
        }

        DenseSystem.Solve(system, lengths);
        return (lengths[..Nodes], lengths[Nodes]);
    }
}
