using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.RunLengths;

/// <summary>Average run length of the two-sided EWMA of standard normal values by its integral equation (Crowder, Technometrics 29, 1987).</summary>
public static class EwmaLength
{
    private const int Nodes = 60;

    // Past this the limits that widen with time have reached their end.
    private const double Settled = 1e-12;

    /// <summary>Fixed limits.</summary>
    /// <param name="weight">Weight of the newest value, λ, above 0, at most 1.</param>
    /// <param name="limit">Limits in standard deviations of the settled average, L.</param>
    /// <param name="shift">Mean of the values, standard deviations.</param>
    public static double Fixed(double weight, double limit, double shift)
    {
        var (edge, rule) = (limit * Math.Sqrt(weight / (2 - weight)), GaussLegendre.Of(Nodes));
        var lengths = FredholmLength.Solve(rule, (-edge, edge), (from, to) => Density(weight, shift, from, to));
        return 1 + FredholmLength.Mean(rule, (-edge, edge), lengths, to => Density(weight, shift, 0, to));
    }

    /// <summary>Limits that widen as the average settles: tight at the start.</summary>
    /// <inheritdoc cref="Fixed" path="/param"/>
    public static double TimeVarying(double weight, double limit, double shift)
    {
        var (rule, last) = (GaussLegendre.Of(Nodes), weight >= 1 ? 1 : (int)Math.Ceiling(Math.Log(Settled) / (2 * Math.Log(1 - weight))));
        var edge = EdgeAt(weight, limit, last);
        var lengths = FredholmLength.Solve(rule, (-edge, edge), (from, to) => Density(weight, shift, from, to));
        for (var step = last - 1; step >= 1; step--)
        {
            var (next, now, ahead) = (edge, EdgeAt(weight, limit, step), lengths);
            lengths = [.. Enumerable.Range(0, Nodes).Select(i => rule.At(i, -now, now).Node)
                .Select(from => 1 + FredholmLength.Mean(rule, (-next, next), ahead, to => Density(weight, shift, from, to)))];
            edge = now;
        }

        return 1 + FredholmLength.Mean(rule, (-edge, edge), lengths, to => Density(weight, shift, 0, to));
    }

    /// <summary>Limits L whose chart has an average run length in control.</summary>
    public static double LimitFor(double weight, double runLength, bool timeVarying = false) =>
        timeVarying ? DesignSearch.Find(limit => TimeVarying(weight, limit, 0), runLength, LimitFor(weight, runLength)) : DesignSearch.Find(limit => Fixed(weight, limit, 0), runLength, 2.7);

    private static double EdgeAt(double weight, double limit, int step) =>
        limit * Math.Sqrt(weight / (2 - weight) * (1 - Math.Pow(1 - weight, 2 * step)));

    private static double Density(double weight, double shift, double from, double to) =>
        Normal.Density(((to - ((1 - weight) * from)) / weight) - shift) / weight;
}
