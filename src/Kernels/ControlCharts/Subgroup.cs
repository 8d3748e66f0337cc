namespace Voltloop.Kernels.ControlCharts;

/// <summary>Figures of one subgroup.</summary>
public static class Subgroup
{
    /// <summary>Mean.</summary>
    public static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values) sum += value;
        return sum / values.Length;
    }

    /// <summary>Largest less smallest.</summary>
    public static double Range(ReadOnlySpan<double> values)
    {
        var (low, high) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var value in values) (low, high) = (Math.Min(low, value), Math.Max(high, value));
        return high - low;
    }

    /// <summary>Sum of squares around the mean.</summary>
    public static double Squares(ReadOnlySpan<double> values)
    {
        var (mean, sum) = (Mean(values), 0.0);
        foreach (var value in values) sum += (value - mean) * (value - mean);
        return sum;
    }

    /// <summary>Standard deviation with n - 1; NaN for one value.</summary>
    public static double Deviation(ReadOnlySpan<double> values) => values.Length < 2 ? double.NaN : Math.Sqrt(Squares(values) / (values.Length - 1));

    /// <summary>Mean of the steps between neighbours; NaN where there is none. A missing value has no step to or from it.</summary>
    public static double MeanMovingRange(ReadOnlySpan<double> values)
    {
        var (sum, count) = (0.0, 0);
        for (var i = 1; i < values.Length; i++)
        {
            var step = Math.Abs(values[i] - values[i - 1]);
            if (!double.IsNaN(step)) (sum, count) = (sum + step, count + 1);
        }

        return count == 0 ? double.NaN : sum / count;
    }
}
