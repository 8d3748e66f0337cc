using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.Cycling;

/// <summary>
/// Capacities from the counters of the instrument, which counts faster than it records. A counter may start again anywhere;
/// what it grows by is summed, and the value it starts again with counts as grown from zero.
/// </summary>
public static class CounterCapacity
{
    /// <summary>What two counters counted from one sample to another.</summary>
    /// <param name="charged">Counter of charge or energy into the cell.</param>
    /// <param name="discharged">Counter of charge or energy out of it.</param>
    /// <param name="first">First sample; what it already shows after a start again is counted.</param>
    /// <param name="last">Last sample.</param>
    public static Throughput Between(ReadOnlySpan<double> charged, ReadOnlySpan<double> discharged, int first, int last) =>
        new(Grown(charged, first, last), Grown(discharged, first, last));

    private static double Grown(ReadOnlySpan<double> counter, int first, int last)
    {
        var sum = default(CompensatedSum);
        for (var i = first; i <= last; i++)
        {
            var before = i == 0 ? 0 : counter[i - 1];
            var step = counter[i] - before;
            sum.Add(double.IsNaN(step) ? 0 : step >= 0 ? step : counter[i]);
        }

        return sum.Value;
    }
}
