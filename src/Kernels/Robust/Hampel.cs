namespace Voltloop.Kernels.Robust;

/// <summary>
/// Hampel identifier (Hampel 1974; Pearson et al. 2016, doi:10.1186/s13634-016-0383-6): a sample is an outlier when it
/// lies further from the median of its window than a number of scaled median absolute deviations. Holds while fewer than
/// half of the samples of any window are outliers; windows are cut at the ends. NaN samples are no outliers and no neighbours.
/// </summary>
public static class Hampel
{
    /// <summary>Widest half window.</summary>
    public const int MaxHalfWindow = 128;

    /// <summary>Writes the median of each window and whether the sample is an outlier. All spans have equal length.</summary>
    public static void Identify(ReadOnlySpan<double> values, HampelSettings settings, Span<double> median, Span<bool> outlier)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(median.Length, values.Length);
        ArgumentOutOfRangeException.ThrowIfNotEqual(outlier.Length, values.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(settings.HalfWindow, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(settings.HalfWindow, MaxHalfWindow);
        Span<double> window = stackalloc double[2 * MaxHalfWindow + 1];
        for (var i = 0; i < values.Length; i++)
        {
            var neighbours = window[..Gather(values, i, settings.HalfWindow, window)];
            median[i] = Median.Of(neighbours);
            var scale = Median.NormalConsistency * Median.AbsoluteDeviation(neighbours, median[i]);
            outlier[i] = Math.Abs(values[i] - median[i]) > Math.Max(settings.Threshold * scale, settings.Floor);
        }
    }

    private static int Gather(ReadOnlySpan<double> values, int center, int halfWindow, Span<double> window)
    {
        var count = 0;
        var last = Math.Min(values.Length - 1, center + halfWindow);
        for (var i = Math.Max(0, center - halfWindow); i <= last; i++)
        {
            if (!double.IsNaN(values[i]))
            {
                window[count++] = values[i];
            }
        }

        return count;
    }
}
