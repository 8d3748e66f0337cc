using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Consistency;

/// <summary>Distances from the median in scaled median absolute deviations (sigma-MAD).</summary>
public static class RobustScores
{
    /// <summary>A score for each value; NaN for missing ones. Does not depend on the order of the values.</summary>
    /// <param name="values">Values, for example one per cell.</param>
    /// <param name="floor">Smallest scale, in the unit of the values: the resolution of the sensor. Without it constant values make every difference infinite.</param>
    public static double[] Of(double[] values, double floor)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        var median = Median.Of(known.AsSpan());
        var scale = Math.Max(floor, Median.NormalConsistency * Median.AbsoluteDeviation(known, median));
        return Array.ConvertAll(values, value => !double.IsFinite(value) ? double.NaN : scale > 0 ? (value - median) / scale : value.Equals(median) ? 0 : double.PositiveInfinity * Math.Sign(value - median));
    }
}
