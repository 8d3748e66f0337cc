using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Kernels.Circuit;

/// <summary>
/// Builds the open-circuit voltage from slow sweeps: voltage minus current times resistance, over charge scaled to 0..1 by
/// the sweep's own ends, averaged in bins of half a percent, made growing, mean of both branches (Plett, Battery
/// Management Systems I, 2.10). Valid for sweeps at C/20 or slower that reach both ends.
/// </summary>
public static class OcvBuilder
{
    /// <summary>Fewest samples of a sweep.</summary>
    public const int FewestSamples = 100;

    /// <summary>Builds a table.</summary>
    /// <param name="discharge">Sweep from full to empty.</param>
    /// <param name="charge">Sweep from empty to full; <c>null</c> when not measured.</param>
    /// <param name="ohm">Resistance in Ohm that the sweep's current sees.</param>
    /// <exception cref="ArgumentException">A sweep is too short or moves no charge.</exception>
    public static OcvTable Build(SlowSweep discharge, SlowSweep? charge, double ohm)
    {
        var down = Branch(discharge, ohm);
        var capacity = Range(discharge.ChargeAh);
        if (charge is null)
        {
            return new OcvTable(Growing(down), capacity, []);
        }

        var up = Branch(charge, ohm);
        var mean = new double[OcvCurve.Points];
        var half = new double[OcvCurve.Points];
        for (var i = 0; i < mean.Length; i++)
        {
            (mean[i], half[i]) = ((up[i] + down[i]) / 2, Math.Max(0, (up[i] - down[i]) / 2));
        }

        return new OcvTable(Growing(mean), capacity, half);
    }

    private static OcvCurve Growing(double[] volt)
    {
        Isotonic.Grow(volt);
        return new OcvCurve(volt);
    }

    private static double Range(double[] ah) => ah.Max() - ah.Min();

    private static double[] Branch(SlowSweep sweep, double ohm)
    {
        if (sweep.ChargeAh.Length < FewestSamples || !(Range(sweep.ChargeAh) > 0))
        {
            throw new ArgumentException($"A sweep needs {FewestSamples} samples and moved charge.", nameof(sweep));
        }

        var (low, range) = (sweep.ChargeAh.Min(), Range(sweep.ChargeAh));
        var order = Enumerable.Range(0, sweep.Volt.Length).Where(i => double.IsFinite(sweep.Volt[i]) && double.IsFinite(sweep.ChargeAh[i]))
            .OrderBy(i => sweep.ChargeAh[i]).ToArray();
        var at = Array.ConvertAll(order, i => (sweep.ChargeAh[i] - low) / range);
        var volt = Array.ConvertAll(order, i => sweep.Volt[i] - sweep.Ampere[i] * ohm);
        return [.. Enumerable.Range(0, OcvCurve.Points).Select(i => BinMean(at, volt, OcvCurve.ChargeAt(i)))];
    }

    // Mean within a quarter percent on each side; between samples where a bin has none, and near the steep ends, the straight line.
    private static double BinMean(double[] at, double[] volt, double charge)
    {
        const double Reach = 0.5 / (OcvCurve.Points - 1);
        if (charge is > 0.05 and < 0.99)
        {
            var (from, to) = (Lower(at, charge - Reach), Lower(at, charge + Reach));
            if (to - from > 2) return volt.AsSpan(from, to - from).ToArray().Average();
        }

        var high = Math.Clamp(Lower(at, charge), 1, at.Length - 1);
        var width = at[high] - at[high - 1];
        var share = width > 0 ? Math.Clamp((charge - at[high - 1]) / width, 0, 1) : 0;
        return volt[high - 1] + share * (volt[high] - volt[high - 1]);
    }

    private static int Lower(double[] sorted, double value)
    {
        var place = Array.BinarySearch(sorted, value);
        place = place < 0 ? ~place : place;
        while (place > 0 && sorted[place - 1] >= value) place--;
        return place;
    }
}
