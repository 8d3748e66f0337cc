using System.Collections.Concurrent;
using Voltloop.Kernels.RunLengths;

namespace Voltloop.Kernels.ControlCharts;

/// <summary>A one-sided CUSUM, in standard deviations of the values.</summary>
/// <param name="Reference">What is taken off each value: half of the shift to be found.</param>
/// <param name="Threshold">Alarm when the sum exceeds it.</param>
public readonly record struct CusumDesign(double Reference, double Threshold)
{
    /// <summary>Longest average run length that can be asked for.</summary>
    public const double MaxRunLength = 1e7;

    private const double Precision = 1e-9;
    private const int MaxSteps = 60;
    private const int MaxKnown = 256;

    // A design takes a tenth of a second to find, and the series of a report all ask for the same few.
    private static readonly ConcurrentDictionary<(double Shift, double RunLength), CusumDesign> Known = new();

    /// <summary>The design that finds a shift fastest with a given rate of false alarms.</summary>
    /// <param name="shift">Shift to be found, in standard deviations, above 0.</param>
    /// <param name="runLength">Average number of values between false alarms, 2 to <see cref="MaxRunLength"/>.</param>
    /// <returns>Reference half of the shift (Page 1954), threshold by the integral equation (<see cref="CusumLength"/>).</returns>
    public static CusumDesign For(double shift, double runLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shift);
        ArgumentOutOfRangeException.ThrowIfLessThan(runLength, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runLength, MaxRunLength);
        if (Known.TryGetValue((shift, runLength), out var known)) return known;
        var design = Found(shift, runLength);
        if (Known.Count < MaxKnown) Known.TryAdd((shift, runLength), design);
        return design;
    }

    private static CusumDesign Found(double shift, double runLength)
    {
        var (low, high) = (0.0, 1.0);
        while (Excess(shift, high, runLength) < 0) (low, high) = (high, high * 1.5);
        return new CusumDesign(shift / 2, Between(low, high, threshold => Excess(shift, threshold, runLength)));
    }

    // False position with halved weights (Illinois): the logarithm of the run length is nearly a line over the threshold.
    private static double Between(double low, double high, Func<double, double> excess)
    {
        var (atLow, atHigh) = (excess(low), excess(high));
        for (var i = 0; i < MaxSteps && high - low > Precision; i++)
        {
            var next = ((low * atHigh) - (high * atLow)) / (atHigh - atLow);
            var at = excess(next);
            if (Math.Abs(at) < Precision) return next;
            if (at < 0) (low, atLow, atHigh) = (next, at, atHigh / 2);
            else (high, atHigh, atLow) = (next, at, atLow / 2);
        }

        return high;
    }

    private static double Excess(double shift, double threshold, double runLength) =>
        Math.Log((threshold > 0 ? CusumLength.OneSided(shift / 2, threshold, 0) : 1) / runLength);
}
