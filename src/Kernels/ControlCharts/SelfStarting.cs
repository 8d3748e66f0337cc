using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.ControlCharts;

/// <summary>
/// Standardises values whose mean and spread in control nobody knows, each by those before it, so that a chart over the result keeps
/// its rate of false alarms without a training phase (Hawkins, The Statistician 36, 1987). Exact for normal values.
/// </summary>
public static class SelfStarting
{
    /// <summary>Values before the first that can be standardised.</summary>
    public const int Warmup = 3;

    // Further out than any table goes; keeps one wild value finite.
    private const double Limit = 8;
    private const double SmallestTail = 1e-15;

    /// <summary>Standard normal in control; NaN for the first <see cref="Warmup"/> values and where the values before do not vary.</summary>
    /// <param name="values">Values in the order of time; finite.</param>
    /// <param name="result">Same length.</param>
    public static void Standardise(ReadOnlySpan<double> values, Span<double> result)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(result.Length, values.Length);
        var (mean, squares) = (0.0, 0.0);
        for (var n = 0; n < values.Length; n++)
        {
            result[n] = n < Warmup || squares <= 0 ? double.NaN : Score((values[n] - mean) / Math.Sqrt(squares / (n - 1)) * Math.Sqrt(n / (n + 1.0)), n - 1);
            var step = values[n] - mean;
            mean += step / (n + 1);
            squares += step * (values[n] - mean);
        }
    }

    private static double Score(double t, int degrees)
    {
        var tail = StudentT.Cumulative(-Math.Abs(t), degrees);
        return Math.Sign(t) * (tail < SmallestTail ? Limit : Math.Min(Limit, Normal.UpperQuantile(tail)));
    }
}
