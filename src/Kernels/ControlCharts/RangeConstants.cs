using System.Collections.Concurrent;
using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.ControlCharts;

/// <summary>Mean and spread of range and standard deviation of n standard normal values (ISO 7870-2 tables them as d2, d3 and c4), computed.</summary>
public static class RangeConstants
{
    /// <summary>Largest subgroup whose range is used.</summary>
    public const int MaxSize = 100;

    private const double Edge = 9;
    private const int Nodes = 160;
    private static readonly ConcurrentDictionary<int, (double D2, double D3)> Known = new();

    /// <summary>Mean range, d2.</summary>
    public static double D2(int size) => Of(size).D2;

    /// <summary>Standard deviation of the range, d3.</summary>
    public static double D3(int size) => Of(size).D3;

    /// <summary>Mean standard deviation, c4.</summary>
    public static double C4(double size) => Math.Sqrt(2 / (size - 1)) * Math.Exp(GammaFunction.Log(size / 2) - GammaFunction.Log((size - 1) / 2));

    private static (double D2, double D3) Of(int size)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, MaxSize);
        return Known.GetOrAdd(size, Computed);
    }

    // P(range > w), integrated once for the mean and with 2w for the mean square.
    private static (double D2, double D3) Computed(int size)
    {
        var (rule, mean, square) = (GaussLegendre.Of(Nodes), 0.0, 0.0);
        for (var i = 0; i < Nodes; i++)
        {
            var (w, weight) = rule.At(i, 0, 2 * Edge);
            var above = 1 - (size * rule.Integrate(x => Normal.Density(x) * Math.Pow(Normal.Cumulative(x + w) - Normal.Cumulative(x), size - 1), -Edge, Edge));
            (mean, square) = (mean + (weight * above), square + (2 * weight * w * above));
        }

        return (mean, Math.Sqrt(square - (mean * mean)));
    }
}
