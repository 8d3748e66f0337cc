using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Capacity;

/// <summary>
/// Capacity now: least-squares line through the last usable cycles, read at the last of them. The interval is the one in
/// which the next discharge falls: the empirical quantile of how far the discharges of the last cycles lay from the estimate
/// made just before each (conformal prediction on the cell's own past; Vovk, Gammerman and Shafer 2005; Xu and Xie 2021).
/// Unlike a t interval it does not presume independent scatter, which capacity does not have. Short histories get the t
/// prediction interval of the line; very short ones none.
/// </summary>
public static class CurrentCapacity
{
    /// <summary>Usable cycles under the line.</summary>
    public const int Window = 10;

    /// <summary>Fewest cycles for a line; below, the median without an interval.</summary>
    public const int FewestForLine = 4;

    /// <summary>Most past errors that the interval rests on.</summary>
    public const int PastErrors = 100;

    /// <summary>Fewest past errors whose quantile exists at the level: 19 for 0.95.</summary>
    public const int FewestErrors = 19;

    /// <summary>Coverage of the interval.</summary>
    public const double Level = 0.95;

    /// <summary>Estimates at the last cycle from usable cycles (growing cycle counts, capacities in Ah).</summary>
    public static CapacityEstimate Estimate(ReadOnlySpan<double> cycle, ReadOnlySpan<double> usable)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(usable.Length, cycle.Length);
        if (usable.Length < FewestForLine)
        {
            return CapacityEstimate.Point(Median.Of(usable.ToArray()), usable.Length);
        }

        var from = Math.Max(0, usable.Length - Window);
        var line = LineFit.Of(cycle[from..], usable[from..]);
        var value = line.At(cycle[^1]);
        Span<double> errors = stackalloc double[PastErrors];
        errors = errors[..CollectErrors(cycle, usable, errors)];
        var half = errors.Length >= FewestErrors ? Quantile(errors) : line.PredictionHalfWidth(cycle[^1], Level);
        return new CapacityEstimate(value, value - half, value + half, Level, usable.Length - from);
    }

    /// <summary>
    /// The estimate after each usable cycle, as <see cref="Estimate"/> would have given it then; past errors are computed once.
    /// All spans have equal length.
    /// </summary>
    public static void EstimateEach(ReadOnlySpan<double> cycle, ReadOnlySpan<double> usable, Span<CapacityEstimate> estimates)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(estimates.Length, usable.Length);
        var past = new double[usable.Length];
        Span<double> errors = stackalloc double[PastErrors];
        for (var i = 0; i < usable.Length; i++)
        {
            var from = Math.Max(0, i + 1 - Window);
            if (i + 1 < FewestForLine)
            {
                estimates[i] = Estimate(cycle[..(i + 1)], usable[..(i + 1)]);
                continue;
            }

            if (i >= Window)
            {
                past[i] = Math.Abs(usable[i] - estimates[i - 1].Value);
            }

            var line = LineFit.Of(cycle[from..(i + 1)], usable[from..(i + 1)]);
            var firstError = Math.Max(Window, i + 1 - PastErrors);
            var count = Math.Max(0, i + 1 - firstError);
            past.AsSpan(i + 1 - count, count).CopyTo(errors);
            var value = line.At(cycle[i]);
            var half = count >= FewestErrors ? Quantile(errors[..count]) : line.PredictionHalfWidth(cycle[i], Level);
            estimates[i] = new CapacityEstimate(value, value - half, value + half, Level, i + 1 - from);
        }
    }

    private static int CollectErrors(ReadOnlySpan<double> cycle, ReadOnlySpan<double> usable, Span<double> errors)
    {
        var count = 0;
        for (var next = Math.Max(Window, usable.Length - PastErrors); next < usable.Length; next++)
        {
            var from = next - Window;
            var line = LineFit.Of(cycle[from..next], usable[from..next]);
            errors[count++] = Math.Abs(usable[next] - line.At(cycle[next - 1]));
        }

        return count;
    }

    // The smallest error that ceil(level * (n + 1)) of n + 1 exchangeable ones do not exceed.
    private static double Quantile(Span<double> errors)
    {
        errors.Sort();
        return errors[Math.Min(errors.Length, (int)Math.Ceiling(Level * (errors.Length + 1))) - 1];
    }
}
