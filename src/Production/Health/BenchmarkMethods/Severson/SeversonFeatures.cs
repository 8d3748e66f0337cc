using Voltloop.Kernels.Robust;

namespace Voltloop.Health.BenchmarkMethods.Severson;

/// <summary>Features of the first hundred cycles of a cell. A change is the curve Q(V) of later cycles less that of earlier ones, Ah.</summary>
internal static class SeversonFeatures
{
    private const int Every = 10;
    private const double Speck = 1e-9;

    /// <summary>Change from cycle 10 to cycle 100, as in the publications.</summary>
    public static double[] Change(SeversonCell cell) => Less(cell.Curve(100), cell.Curve(10));

    /// <summary>The same between the medians of five cycles, which single bad cycles do not move.</summary>
    public static double[] SmoothChange(SeversonCell cell) => Less(Around(cell, 98), Around(cell, 10));

    /// <summary>From cycle 30 on: the settling of a new cell is over.</summary>
    public static double[] LateChange(SeversonCell cell) => Less(Around(cell, 98), Around(cell, 30));

    /// <summary>Logarithm of the variance of the change.</summary>
    public static double[] Variance(SeversonCell cell) => [Log(Moments(Change(cell)).Variance)];

    /// <summary>Every tenth value of the change.</summary>
    public static double[] Curve(SeversonCell cell) => [.. Change(cell).Where((_, i) => i % Every == 0)];

    /// <summary>Smallest value, variance, skewness and kurtosis of a change, with the capacity at the start and its rise.</summary>
    public static double[] Discharge(SeversonCell cell, double[] change) => [.. Shape(change, Log), .. Start(cell)];

    /// <summary>The same with cube roots of skewness and kurtosis, which keep their sign.</summary>
    public static double[] SignedDischarge(SeversonCell cell, double[] change) => [.. Shape(change, Math.Cbrt), .. Start(cell)];

    /// <summary>Size of the change, and where over the voltage it lies: centre, spread, place of the smallest value.</summary>
    public static double[] Place(double[] change)
    {
        var (total, centre, square) = (0.0, 0.0, 0.0);
        for (var i = 0; i < change.Length; i++)
        {
            var weight = Math.Max(0, -change[i]) + 1e-12;
            total += weight;
            centre += weight * Voltage(i);
            square += weight * Voltage(i) * Voltage(i);
        }

        centre /= total;
        return [Log(total), centre, Math.Sqrt(Math.Max(0, (square / total) - (centre * centre))), Voltage(Array.IndexOf(change, change.Min()))];
    }

    /// <summary>Smallest value and variance of the change to the middle and from there on, with the capacity at the start and its rise.</summary>
    public static double[] TwoStages(SeversonCell cell)
    {
        var (first, middle, last) = (Around(cell, 10), Around(cell, 50), Around(cell, 98));
        return [.. Shape(Less(middle, first), Log)[..2], .. Shape(Less(last, middle), Log)[..2], .. Start(cell)];
    }

    private static double Voltage(int place) => 3.6 - (1.6 * place / (SeversonCell.Voltages - 1));

    private static double Log(double value) => Math.Log10(Math.Abs(value) + Speck);

    private static double[] Shape(double[] change, Func<double, double> tame)
    {
        var (variance, skewness, kurtosis) = Moments(change);
        return [Log(change.Min()), Log(variance), tame(skewness), tame(kurtosis)];
    }

    // Capacity at the first cycle and how far it rises above that; the median of five takes out glitches.
    private static double[] Start(SeversonCell cell)
    {
        var capacity = cell.Capacity();
        double[] smooth = [.. Enumerable.Range(0, capacity.Length).Select(i => Median.Of(
            Enumerable.Range(i - 2, 5).Select(k => capacity[Math.Clamp(k, 0, capacity.Length - 1)]).ToArray()))];
        return [smooth[0], smooth.Max() - smooth[0]];
    }

    private static double[] Less(ReadOnlySpan<double> later, ReadOnlySpan<double> earlier)
    {
        var change = later.ToArray();
        for (var i = 0; i < change.Length; i++) change[i] -= earlier[i];
        return change;
    }

    private static double[] Around(SeversonCell cell, int cycle)
    {
        var (median, five) = (new double[SeversonCell.Voltages], new double[5]);
        for (var i = 0; i < median.Length; i++)
        {
            for (var k = 0; k < 5; k++) five[k] = cell.Discharge[cycle - 2 + k - SeversonCell.FirstCycle, i];
            median[i] = Median.Of(five);
        }

        return median;
    }

    // Of the population; kurtosis is 0 for a normal distribution.
    private static (double Variance, double Skewness, double Kurtosis) Moments(double[] values)
    {
        var mean = values.Average();
        var (second, third, fourth) = (0.0, 0.0, 0.0);
        foreach (var value in values)
        {
            var off = value - mean;
            second += off * off / values.Length;
            third += off * off * off / values.Length;
            fourth += off * off * off * off / values.Length;
        }

        return (second, third / Math.Pow(second, 1.5), (fourth / (second * second)) - 3);
    }
}
