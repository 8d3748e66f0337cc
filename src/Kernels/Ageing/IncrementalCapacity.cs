namespace Voltloop.Kernels.Ageing;

/// <summary>
/// Incremental capacity dQ/dV on a uniform grid of voltage, smoothed by local parabolas (Savitzky and Golay 1964), and its
/// peaks with their prominence (Dubarry, Truchot and Liaw, J. Power Sources 219 (2012) 204). Valid for a slow charge or
/// discharge (C/10 or slower, better C/20) whose voltage goes one way.
/// </summary>
public sealed class IncrementalCapacity
{
    /// <summary>Fewest samples.</summary>
    public const int FewestSamples = 50;

    /// <summary>Share of the highest peak below which a bump is no peak.</summary>
    public const double LeastProminence = 0.05;

    private IncrementalCapacity(double first, double step, double[] perVolt) => (FirstVolt, StepVolt, PerVolt) = (first, step, perVolt);

    /// <summary>First voltage of the grid, V.</summary>
    public double FirstVolt { get; }

    /// <summary>Distance of the grid, V.</summary>
    public double StepVolt { get; }

    /// <summary>dQ/dV in Ah/V at the points of the grid.</summary>
    public double[] PerVolt { get; }

    /// <summary>Voltage at a point of the grid.</summary>
    public double VoltAt(int place) => FirstVolt + place * StepVolt;

    /// <summary>Charge under the curve, Ah: the charge moved, but for the smoothing at the ends.</summary>
    public double AreaAh => PerVolt.Sum() * StepVolt;

    /// <summary>Computes it; <c>null</c> when the samples are too few or the voltage hardly moves.</summary>
    /// <param name="volt">Voltage of a charge or discharge, V.</param>
    /// <param name="ah">Charge counted, Ah, growing or falling throughout.</param>
    /// <param name="stepVolt">Distance of the grid, V: 5 mV suits graphite cells.</param>
    /// <param name="halfWindow">Points on each side of the local parabola.</param>
    public static IncrementalCapacity? Of(double[] volt, double[] ah, double stepVolt = 0.005, int halfWindow = 4)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(ah.Length, volt.Length);
        int[] usable = [.. Enumerable.Range(0, volt.Length).Where(i => double.IsFinite(volt[i]) && double.IsFinite(ah[i]))];
        if (usable.Length < FewestSamples) return null;
        var (low, high) = (usable.Min(i => volt[i]), usable.Max(i => volt[i]));
        var points = (int)Math.Floor((high - low) / stepVolt) + 1;
        if (points < 4 * halfWindow) return null;
        var charge = OnGrid(usable.OrderBy(i => volt[i]).Select(i => (volt[i], ah[i])).ToArray(), (low, stepVolt, points));
        var slope = Slope(charge, halfWindow, stepVolt);
        var sign = Math.Sign(charge[^1] - charge[0]);
        return new IncrementalCapacity(low, stepVolt, Array.ConvertAll(slope, value => sign * value));
    }

    /// <summary>Peaks, the most prominent first; places between the points by the parabola through three of them.</summary>
    public IReadOnlyList<CapacityPeak> Peaks()
    {
        var peaks = new List<CapacityPeak>();
        var highest = PerVolt.Max();
        for (var i = 1; i < PerVolt.Length - 1; i++)
        {
            if (PerVolt[i] <= PerVolt[i - 1] || PerVolt[i] < PerVolt[i + 1]) continue;
            var prominence = PerVolt[i] - Math.Max(Lowest(i, -1), Lowest(i, 1));
            var (left, right) = (PerVolt[i - 1] - PerVolt[i], PerVolt[i + 1] - PerVolt[i]);
            var shift = left + right < 0 ? 0.5 * (left - right) / (left + right) : 0;
            if (prominence >= LeastProminence * highest) peaks.Add(new CapacityPeak(VoltAt(i) + shift * StepVolt, PerVolt[i], prominence));
        }

        return [.. peaks.OrderByDescending(peak => peak.Prominence)];
    }

    /// <summary>The peak of this curve nearest to one of an earlier curve, at most <paramref name="reachVolt"/> away; <c>null</c> when it is gone.</summary>
    public CapacityPeak? Track(CapacityPeak earlier, double reachVolt = 0.05)
    {
        CapacityPeak[] near = [.. Peaks().Where(peak => Math.Abs(peak.Volt - earlier.Volt) <= reachVolt)];
        return near.Length == 0 ? null : near.MinBy(peak => Math.Abs(peak.Volt - earlier.Volt));
    }

    private double Lowest(int from, int direction)
    {
        var lowest = PerVolt[from];
        for (var i = from + direction; i >= 0 && i < PerVolt.Length && PerVolt[i] <= PerVolt[from]; i += direction)
        {
            lowest = Math.Min(lowest, PerVolt[i]);
        }

        return lowest;
    }

    // Mean of what lies within half a step on each side, else the straight line between the neighbours.
    private static double[] OnGrid((double Volt, double Ah)[] sorted, (double Low, double Step, int Points) grid)
    {
        var result = new double[grid.Points];
        var volts = Array.ConvertAll(sorted, sample => sample.Volt);
        for (var i = 0; i < grid.Points; i++)
        {
            var at = grid.Low + i * grid.Step;
            var (from, to) = (Lower(volts, at - grid.Step / 2), Lower(volts, at + grid.Step / 2));
            var high = Math.Clamp(Lower(volts, at), 1, volts.Length - 1);
            var width = volts[high] - volts[high - 1];
            var share = width > 0 ? Math.Clamp((at - volts[high - 1]) / width, 0, 1) : 0.5;
            result[i] = to - from > 2 && i > 0 && i < grid.Points - 1
                ? sorted.AsSpan(from, to - from).ToArray().Average(sample => sample.Ah)
                : sorted[high - 1].Ah + share * (sorted[high].Ah - sorted[high - 1].Ah);
        }

        return result;
    }

    private static int Lower(double[] sorted, double value)
    {
        var place = Array.BinarySearch(sorted, value);
        place = place < 0 ? ~place : place;
        while (place > 0 && sorted[place - 1] >= value) place--;
        return place;
    }

    // Slope of the least-squares parabola at its middle is sum(k y) / sum(k²); at the ends the window shrinks.
    private static double[] Slope(double[] values, int half, double step)
    {
        var slope = new double[values.Length];
        for (var i = 0; i < values.Length; i++)
        {
            var reach = Math.Max(1, Math.Min(half, Math.Min(i, values.Length - 1 - i)));
            var (top, bottom) = (0.0, 0.0);
            for (var k = -reach; k <= reach; k++)
            {
                top += k * values[Math.Clamp(i + k, 0, values.Length - 1)];
                bottom += i + k >= 0 && i + k < values.Length ? (double)k * k : 0;
            }

            slope[i] = top / (bottom * step);
        }

        return slope;
    }
}
