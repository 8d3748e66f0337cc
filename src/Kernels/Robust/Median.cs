namespace Voltloop.Kernels.Robust;

/// <summary>Median and median absolute deviation. NaN must not be among the values.</summary>
public static class Median
{
    /// <summary>Factor that makes the median absolute deviation estimate the standard deviation of normal noise: 1/Φ⁻¹(3/4).</summary>
    public const double NormalConsistency = 1.482602218505602;

    /// <summary>Median of the values; NaN when there are none. Sorts <paramref name="scratch"/>.</summary>
    public static double Of(Span<double> scratch)
    {
        if (scratch.IsEmpty)
        {
            return double.NaN;
        }

        scratch.Sort();
        var middle = scratch.Length / 2;
        return scratch.Length % 2 == 1 ? scratch[middle] : (scratch[middle - 1] + scratch[middle]) / 2;
    }

    /// <summary>Median absolute deviation from <paramref name="center"/>, not scaled. Overwrites <paramref name="scratch"/>.</summary>
    public static double AbsoluteDeviation(Span<double> scratch, double center)
    {
        foreach (ref var value in scratch)
        {
            value = Math.Abs(value - center);
        }

        return Of(scratch);
    }
}
