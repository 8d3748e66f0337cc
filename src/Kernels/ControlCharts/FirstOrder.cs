namespace Voltloop.Kernels.ControlCharts;

/// <summary>A process whose values remember the one before: x = mean + memory (x before - mean) + noise, fitted by least squares.</summary>
/// <param name="Mean">Mean.</param>
/// <param name="Memory">Correlation of neighbours, φ.</param>
/// <param name="Noise">Standard deviation of what is new in each value.</param>
public readonly record struct FirstOrder(double Mean, double Memory, double Noise)
{
    /// <summary>Fewest values of a fit.</summary>
    public const int FewestValues = 8;

    /// <summary>Largest memory that is taken: beyond it the process wanders and has no mean.</summary>
    public const double MostMemory = 0.99;

    /// <summary>Fits values in the order of time; missing ones (NaN) break the chain.</summary>
    public static FirstOrder Fit(ReadOnlySpan<double> values)
    {
        var known = values.ToArray().Where(double.IsFinite).ToArray();
        ArgumentOutOfRangeException.ThrowIfLessThan(known.Length, FewestValues);
        var mean = Subgroup.Mean(known);
        var (products, squares, pairs) = (0.0, 0.0, 0);
        for (var i = 1; i < values.Length; i++)
        {
            var (before, now) = (values[i - 1] - mean, values[i] - mean);
            if (double.IsNaN(before + now)) continue;
            (products, squares, pairs) = (products + (before * now), squares + (before * before), pairs + 1);
        }

        var memory = squares > 0 ? Math.Clamp(products / squares, -MostMemory, MostMemory) : 0;
        return new FirstOrder(mean, memory, Noisiness(values, (mean, memory), pairs));
    }

    /// <summary>What is new in each value; NaN for the first and where it or the one before is missing.</summary>
    public double[] Residuals(ReadOnlySpan<double> values)
    {
        var residuals = new double[values.Length];
        Array.Fill(residuals, double.NaN);
        for (var i = 1; i < values.Length; i++) residuals[i] = values[i] - Mean - (Memory * (values[i - 1] - Mean));
        return residuals;
    }

    private static double Noisiness(ReadOnlySpan<double> values, (double Mean, double Memory) of, int pairs)
    {
        var residuals = new FirstOrder(of.Mean, of.Memory, 0).Residuals(values);
        return Math.Sqrt(residuals.Where(double.IsFinite).Sum(residual => residual * residual) / Math.Max(1, pairs - 2));
    }
}
