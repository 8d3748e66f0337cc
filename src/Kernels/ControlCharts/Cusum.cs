namespace Voltloop.Kernels.ControlCharts;

/// <summary>Upper cumulative sum of standardised values (Page, Biometrika 41, 1954): S = max(0, S + z - k). Missing values (NaN) leave it as it is.</summary>
public static class Cusum
{
    /// <summary>The sum after each value.</summary>
    /// <param name="values">Standardised values: mean 0 and standard deviation 1 in control.</param>
    /// <param name="reference">What is taken off each value.</param>
    /// <param name="sums">Result, same length.</param>
    public static void Run(ReadOnlySpan<double> values, double reference, Span<double> sums)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sums.Length, values.Length);
        var sum = 0.0;
        for (var i = 0; i < values.Length; i++)
        {
            sum = double.IsNaN(values[i]) ? sum : Math.Max(0, sum + values[i] - reference);
            sums[i] = sum;
        }
    }

    /// <summary>The first alarm, or <c>null</c>.</summary>
    public static CusumAlarm? FirstAlarm(ReadOnlySpan<double> values, CusumDesign design)
    {
        var (sum, start) = (0.0, 0);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i])) continue;
            if (sum <= 0) start = i;
            sum = Math.Max(0, sum + values[i] - design.Reference);
            if (sum > design.Threshold) return new CusumAlarm(i, start, sum);
        }

        return null;
    }
}
