using Voltloop.Kernels.Integration;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.RunLengths;

/// <summary>Average run lengths of a chart with memory solve L(x) = 1 + ∫ L(y) f(y | x) dy (Page 1954): solved at the nodes of a quadrature (Nyström).</summary>
internal static class FredholmLength
{
    /// <summary>Run lengths from each node.</summary>
    /// <param name="rule">Quadrature.</param>
    /// <param name="range">Where the chart does not signal.</param>
    /// <param name="density">Density of going from the first to the second value.</param>
    public static double[] Solve(GaussLegendre rule, (double From, double To) range, Func<double, double, double> density)
    {
        var n = rule.Count;
        var (system, lengths) = (new double[n, n], new double[n]);
        for (var i = 0; i < n; i++)
        {
            lengths[i] = 1;
            var from = rule.At(i, range.From, range.To).Node;
            for (var j = 0; j < n; j++)
            {
                var (to, weight) = rule.At(j, range.From, range.To);
                system[i, j] = (i == j ? 1 : 0) - (weight * density(from, to));
            }
        }

        DenseSystem.Solve(system, lengths);
        return lengths;
    }

    /// <summary>Mean of the run lengths under a density of where the next value is.</summary>
    public static double Mean(GaussLegendre rule, (double From, double To) range, double[] lengths, Func<double, double> density)
    {
        var sum = 0.0;
        for (var j = 0; j < rule.Count; j++)
        {
            var (node, weight) = rule.At(j, range.From, range.To);
            sum += weight * lengths[j] * density(node);
        }

        return sum;
    }
}
