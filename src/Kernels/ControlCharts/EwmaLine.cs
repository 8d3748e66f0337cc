namespace Voltloop.Kernels.ControlCharts;

/// <summary>Exponentially weighted moving average with the spread that it has at each point (Roberts 1959; ISO 7870-6).</summary>
public static class EwmaLine
{
    /// <summary>Averages and their standard deviations; a missing value (NaN) leaves the average and gives NaN.</summary>
    /// <param name="values">Values.</param>
    /// <param name="deviations">Standard deviation of each value.</param>
    /// <param name="weight">Weight of the newest, λ.</param>
    /// <param name="start">Where the average begins: the centre line.</param>
    public static (double Average, double Deviation)[] Run(ReadOnlySpan<double> values, ReadOnlySpan<double> deviations, double weight, double start)
    {
        var (line, average, variance) = (new (double, double)[values.Length], start, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            if (double.IsNaN(values[i]))
            {
                line[i] = (double.NaN, double.NaN);
                continue;
            }

            average = (weight * values[i]) + ((1 - weight) * average);
            variance = (weight * weight * deviations[i] * deviations[i]) + ((1 - weight) * (1 - weight) * variance);
            line[i] = (average, Math.Sqrt(variance));
        }

        return line;
    }
}
