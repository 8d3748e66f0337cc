using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Integration;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.RunLengths;

/// <summary>
/// Average run length of the multivariate EWMA after a shift of the means, from the first value on. What is left of the state, once directions alike
/// are put together, is its part along the shift and the length of the rest (Runger and Prabhu, J. Am. Stat. Assoc. 91 (1996) 1701); both move on
/// independently, a normal value and a noncentral chi-square, so that the integral equation in two dimensions is solved at the nodes of a product rule.
/// </summary>
public static class MewmaShiftLength
{
    /// <summary>Standard deviations of one step that may lie between the middle and the limit: with more, the system grows too large.</summary>
    public const double LongestReach = 16;

    /// <summary>Standard deviations of one step between the middle and the limit.</summary>
    public static double Reach(double weight, double limit) => Math.Sqrt(limit / (weight * (2 - weight)));

    /// <summary>Points until T² exceeds the limit.</summary>
    /// <param name="chart">Weight of the newest value λ, limit h4 of T², and number of variables, two or more; <see cref="Reach"/> is at most <see cref="LongestReach"/>.</param>
    /// <param name="shift">Size of the shift: root of its Mahalanobis square, in standard deviations.</param>
    public static double Of((double Weight, double Limit, int Variables) chart, double shift)
    {
        var reach = Reach(chart.Weight, chart.Limit);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(reach, LongestReach);
        ArgumentOutOfRangeException.ThrowIfLessThan(chart.Variables, 2);
        var nodes = Nodes(reach * chart.Weight, reach);
        var (system, lengths) = (new double[nodes.Length, nodes.Length], new double[nodes.Length]);
        for (var i = 0; i < nodes.Length; i++)
        {
            lengths[i] = 1;
            for (var j = 0; j < nodes.Length; j++) system[i, j] = (i == j ? 1 : 0) - (nodes[j].Weight * Density(chart, shift, nodes[i], nodes[j]));
        }

        DenseSystem.Solve(system, lengths);
        var start = new Node(0, 0, 0);
        return 1 + nodes.Select((node, j) => node.Weight * lengths[j] * Density(chart, shift, start, node)).Sum();
    }

    // The rest runs from 0 to what the part along the shift leaves of the circle: over its length, which is smooth where its square is not.
    private static Node[] Nodes(double edge, double reach)
    {
        // Nodes a third of a step apart and closer: six digits, compared with R spc.
        var (along, beside) = (GaussLegendre.Of(14 + (int)(3.2 * reach)), GaussLegendre.Of(10 + (int)(1.5 * reach)));
        var nodes = new List<Node>(along.Count * beside.Count);
        for (var i = 0; i < along.Count; i++)
        {
            // Over the angle, since the room ends like a root on both sides.
            var (angle, step) = along.At(i, -Math.PI / 2, Math.PI / 2);
            var (part, room) = (edge * Math.Sin(angle), edge * Math.Cos(angle));
            var weight = step * room;
            for (var k = 0; k < beside.Count; k++)
            {
                var (length, share) = beside.At(k, 0, room);
                nodes.Add(new Node(part, length, weight * share));
            }
        }

        return [.. nodes];
    }

    private static double Density((double Weight, double Limit, int Variables) chart, double shift, Node from, Node to)
    {
        var (weight, keep) = (chart.Weight, 1 - chart.Weight);
        var normal = Normal.Density((to.Part - (keep * from.Part) - (weight * shift)) / weight) / weight;
        // Beyond eight standard deviations nothing is left, and the series would be for nothing.
        if (normal < 1e-16) return 0;
        var scale = weight * weight;
        return normal * 2 * to.Length / scale * NoncentralChiSquare.Density(to.Length * to.Length / scale, chart.Variables - 1, keep * keep * from.Length * from.Length / scale);
    }

    private readonly record struct Node(double Part, double Length, double Weight);
}
