using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.RunLengths;

/// <summary>Average run length in control of the multivariate EWMA (Rigdon, Journal of Statistical Computation and Simulation 52, 1995).</summary>
public static class MewmaLength
{
    /// <summary>Nodes of the quadrature, enough for ten digits with 20 variables and weights from 0.05.</summary>
    public const int Nodes = 40;

    /// <summary>Points until T² exceeds the limit, in control.</summary>
    /// <param name="weight">Weight of the newest value, λ.</param>
    /// <param name="limit">Limit of T², h4.</param>
    /// <param name="variables">Number of variables.</param>
    /// <param name="nodes">Nodes of the quadrature.</param>
    public static double InControl(double weight, double limit, int variables, int nodes = Nodes)
    {
        // The equation runs over the length of the average, not its square: smooth at zero.
        var (edge, rule) = (Math.Sqrt(limit * weight / (2 - weight)), GaussLegendre.Of(nodes));
        var ratio = (1 - weight) / weight;
        double Density(double from, double to) =>
            2 * to / (weight * weight) * NoncentralChiSquare.Density(to * to / (weight * weight), variables, ratio * ratio * from * from);
        var lengths = FredholmLength.Solve(rule, (0, edge), Density);
        return 1 + FredholmLength.Mean(rule, (0, edge), lengths, to => Density(0, to));
    }

    /// <summary>Limit h4 for an average run length in control.</summary>
    public static double LimitFor(double weight, int variables, double runLength) =>
        DesignSearch.Find(limit => InControl(weight, limit, variables), runLength, variables + 6);
}
