using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.RunLengths;

/// <summary>Average run length of Shewhart charts of normal values, in closed form or by integral equation.</summary>
public static class ShewhartLength
{
    private const int Nodes = 80;

    /// <summary>Points until one lies beyond the limits.</summary>
    /// <param name="limit">Limits, in standard deviations of the point on both sides.</param>
    /// <param name="shift">Shift of the mean, same unit.</param>
    public static double TwoSided(double limit, double shift) => 1 / (Normal.Upper(limit - shift) + Normal.Upper(limit + shift));

    /// <summary>Points until one lies beyond the limits when values follow each other by AR(1) and the limits are in standard deviations of the process.</summary>
    /// <param name="limit">Limits, in standard deviations of the process.</param>
    /// <param name="memory">Correlation of neighbours, above -1 and below 1.</param>
    public static double Autocorrelated(double limit, double memory)
    {
        var (spread, rule) = (1 / Math.Sqrt(1 - (memory * memory)), GaussLegendre.Of(Nodes));
        var edge = limit * spread;
        var lengths = FredholmLength.Solve(rule, (-edge, edge), (from, to) => Normal.Density(to - (memory * from)));
        return 1 + FredholmLength.Mean(rule, (-edge, edge), lengths, to => Normal.Density(to / spread) / spread);
    }
}
