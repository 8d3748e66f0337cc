using Voltloop.Kernels.Robust;

namespace Voltloop.Kernels.Detection;

/// <summary>Values brought to unit scale by the scaled median absolute deviation of all of them around zero, cut so that one alone raises no chart.</summary>
public static class Standardised
{
    /// <summary>Largest size of one value in a cumulative chart.</summary>
    public const double Cut = 4;

    /// <summary>Scale of values around zero; 0 without values.</summary>
    public static double Scale(IEnumerable<double[]> values)
    {
        double[] known = [.. values.SelectMany(chart => chart).Where(double.IsFinite)];
        return known.Length == 0 ? 0 : Median.NormalConsistency * Median.AbsoluteDeviation(known, 0);
    }

    /// <summary>Values less the mean of those before, over the standard deviation of both (recursive residuals): independent of each other when nothing changes.</summary>
    /// <param name="values">Values with their variances, in the order of time.</param>
    /// <param name="band">Growth that counts as none.</param>
    public static double[] Against((double Value, double Variance)[] values, double band)
    {
        const int Warmup = 3;
        var (result, weight, mean) = (new double[values.Length], 0.0, 0.0);
        for (var i = 0; i < values.Length; i++)
        {
            var (value, variance) = values[i];
            result[i] = i < Warmup || weight <= 0 ? double.NaN : (value - mean - band) / Math.Sqrt(variance + 1 / weight);
            weight += 1 / variance;
            mean += (value - mean) / variance / weight;
        }

        return result;
    }
}
