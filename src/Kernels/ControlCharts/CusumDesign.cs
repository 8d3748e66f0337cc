namespace Voltloop.Kernels.ControlCharts;

/// <summary>A one-sided CUSUM, in standard deviations of the values.</summary>
/// <param name="Reference">What is taken off each value: half of the shift to be found.</param>
/// <param name="Threshold">Alarm when the sum exceeds it.</param>
public readonly record struct CusumDesign(double Reference, double Threshold)
{
    /// <summary>Longest average run length that can be asked for.</summary>
    public const double MaxRunLength = 1e7;

    private const double MaxThreshold = 60;
    private const int MaxHalvings = 60;

    /// <summary>The design that finds a shift fastest with a given rate of false alarms.</summary>
    /// <param name="shift">Shift to be found, in standard deviations, above 0.</param>
    /// <param name="runLength">Average number of values between false alarms, 2 to <see cref="MaxRunLength"/>.</param>
    /// <returns>Reference half of the shift (Page 1954), threshold by Brook and Evans, to 1e-6.</returns>
    public static CusumDesign For(double shift, double runLength)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(shift);
        ArgumentOutOfRangeException.ThrowIfLessThan(runLength, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(runLength, MaxRunLength);
        var (low, high) = (0.0, 1.0);
        while (high < MaxThreshold && LengthAt(shift, high) < runLength) high *= 2;
        for (var i = 0; i < MaxHalvings && high - low > 1e-6; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = LengthAt(shift, middle) < runLength ? (middle, high) : (low, middle);
        }

        return new CusumDesign(shift / 2, high);
    }

    private static double LengthAt(double shift, double threshold) => CusumRunLength.Markov(new CusumDesign(shift / 2, threshold), 0);
}
