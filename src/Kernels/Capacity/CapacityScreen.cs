using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Capacity;

/// <summary>
/// Finds glitches in a capacity trajectory: physical bounds first, then the Hampel identifier over the cycles around.
/// Valid for one discharge per cycle at one rate; a capacity check at another rate amid the cycles is flagged as well.
/// </summary>
public static class CapacityScreen
{
    /// <summary>Fraction of the nominal capacity that no discharge of a sound cell exceeds.</summary>
    public const double UpperFraction = 1.3;

    /// <summary>Deviation from the local median that is always accepted, as a fraction of the nominal capacity.</summary>
    public const double FloorFraction = 0.05;

    /// <summary>Cycles on each side of a cycle that it is compared with.</summary>
    public const int HalfWindow = 5;

    /// <summary>Deviation allowed, in scaled median absolute deviations.</summary>
    public const double Threshold = 6;

    /// <summary>Flags each capacity.</summary>
    /// <param name="capacity">Capacity per cycle in Ah, in the order of cycles; NaN where missing.</param>
    /// <param name="nominal">Rated capacity in Ah; NaN when unknown: the median of the positive capacities then serves.</param>
    /// <param name="flags">Result, same length.</param>
    /// <param name="localMedian">Median of the usable cycles around, in Ah, same length; NaN where there are none.</param>
    public static void Flag(ReadOnlySpan<double> capacity, double nominal, Span<CapacityFlag> flags, Span<double> localMedian)
    {
        var scale = double.IsNaN(nominal) ? MedianOfPositive(capacity) : nominal;
        var usable = new double[capacity.Length];
        for (var i = 0; i < capacity.Length; i++)
        {
            flags[i] = Bound(capacity[i], scale);
            usable[i] = flags[i] == CapacityFlag.None ? capacity[i] : double.NaN;
        }

        var outlier = new bool[capacity.Length];
        Hampel.Identify(usable, new HampelSettings(HalfWindow, Threshold, FloorFraction * scale), localMedian, outlier);
        for (var i = 0; i < capacity.Length; i++)
        {
            flags[i] = outlier[i] ? CapacityFlag.LocalOutlier : flags[i];
        }
    }

    private static CapacityFlag Bound(double value, double scale)
    {
        if (double.IsNaN(value))
        {
            return CapacityFlag.Missing;
        }

        return value <= 0 ? CapacityFlag.NotPositive : value > UpperFraction * scale ? CapacityFlag.AboveBound : CapacityFlag.None;
    }

    private static double MedianOfPositive(ReadOnlySpan<double> capacity)
    {
        var positive = new List<double>(capacity.Length);
        foreach (var value in capacity)
        {
            if (value > 0)
            {
                positive.Add(value);
            }
        }

        return Median.Of(positive.ToArray());
    }
}
