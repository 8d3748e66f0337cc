using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Capacity;

/// <summary>
/// Capacity now: least-squares line through the last usable cycles, read at the last of them, with the t prediction
/// interval of one discharge at that cycle (Montgomery, Peck and Vining, Introduction to Linear Regression Analysis, 2.5).
/// Valid while fade over the window is close to straight and the discharge is always the same.
/// </summary>
public static class CurrentCapacity
{
    /// <summary>Usable cycles in the window.</summary>
    public const int Window = 20;

    /// <summary>Fewest cycles for a line and an interval; below, the median without an interval.</summary>
    public const int FewestForLine = 4;

    /// <summary>Coverage of the interval.</summary>
    public const double Level = 0.95;

    private static readonly double[] Quantiles = BuildQuantiles();

    /// <summary>Estimates at the last cycle from usable cycles (growing cycle counts, capacities in Ah).</summary>
    public static CapacityEstimate Estimate(ReadOnlySpan<double> cycle, ReadOnlySpan<double> usable)
    {
        var from = Math.Max(0, usable.Length - Window);
        return usable.Length < FewestForLine
            ? CapacityEstimate.Point(Median.Of(usable.ToArray()), usable.Length)
            : PredictAt(cycle.IsEmpty ? double.NaN : cycle[^1], cycle[from..], usable[from..]);
    }

    /// <summary>Line through the points, read at <paramref name="at"/>, with the prediction interval of one more value there.</summary>
    /// <param name="at">Cycle count to read at.</param>
    /// <param name="cycle">Cycle counts, <see cref="FewestForLine"/> to <see cref="Window"/> different ones.</param>
    /// <param name="capacity">Capacities in Ah, same length.</param>
    public static CapacityEstimate PredictAt(double at, ReadOnlySpan<double> cycle, ReadOnlySpan<double> capacity)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(cycle.Length, FewestForLine);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cycle.Length, Window);
        var n = cycle.Length;
        var (meanX, meanY) = (Mean(cycle), Mean(capacity));
        var (sxx, sxy) = (0.0, 0.0);
        for (var i = 0; i < n; i++)
        {
            sxx += (cycle[i] - meanX) * (cycle[i] - meanX);
            sxy += (cycle[i] - meanX) * (capacity[i] - meanY);
        }

        var slope = sxy / sxx;
        var squares = 0.0;
        for (var i = 0; i < n; i++)
        {
            var residual = capacity[i] - meanY - slope * (cycle[i] - meanX);
            squares += residual * residual;
        }

        var value = meanY + slope * (at - meanX);
        var spread = Math.Sqrt(squares / (n - 2) * (1 + 1.0 / n + (at - meanX) * (at - meanX) / sxx));
        var half = Quantiles[n] * spread;
        return new CapacityEstimate(value, value - half, value + half, Level, n);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }

    private static double[] BuildQuantiles()
    {
        var quantiles = new double[Window + 1];
        for (var n = FewestForLine; n <= Window; n++)
        {
            quantiles[n] = StudentT.Quantile(0.5 + Level / 2, n - 2);
        }

        return quantiles;
    }
}
