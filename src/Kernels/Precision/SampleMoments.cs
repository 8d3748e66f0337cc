namespace Voltloop.Kernels.Precision;

/// <summary>Mean, standard deviation and lag-1 autocorrelation with no digit lost.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Deviation">Standard deviation, divisor n - 1.</param>
/// <param name="Autocorrelation">Of neighbours.</param>
public sealed record SampleMoments(double Mean, double Deviation, double Autocorrelation)
{
    /// <summary>Moments of two values or more.</summary>
    public static SampleMoments Of(IReadOnlyList<DoubleDouble> values)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(values.Count, 2);
        var mean = values.Aggregate(DoubleDouble.Zero, (sum, value) => sum + value) / values.Count;
        var (squares, products, before) = (DoubleDouble.Zero, DoubleDouble.Zero, DoubleDouble.Zero);
        foreach (var value in values)
        {
            var off = value - mean;
            (squares, products, before) = (squares + (off * off), products + (off * before), off);
        }

        return new SampleMoments((double)mean, (double)DoubleDouble.Sqrt(squares / (values.Count - 1)), (double)(products / squares));
    }
}
