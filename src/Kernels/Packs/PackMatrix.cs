namespace Voltloop.Kernels.Packs;

/// <summary>Measurements of the cells of one pack. Missing values are NaN.</summary>
/// <param name="Second">Time of each sample, s, growing.</param>
/// <param name="Ampere">Current of the pack, A, + = charge; empty when it was not measured.</param>
/// <param name="Volt">Voltage of each cell or group in series, V: one array per cell, one value per sample.</param>
/// <param name="Celsius">Temperature of each sensor, degC; as many arrays as there are sensors.</param>
public sealed record PackMatrix(double[] Second, double[] Ampere, double[][] Volt, double[][] Celsius)
{
    /// <summary>Cells.</summary>
    public int Cells => Volt.Length;

    /// <summary>Samples of each.</summary>
    public int Samples => Second.Length;

    /// <summary>True when the current was measured.</summary>
    public bool HasCurrent => Ampere.Length > 0;

    /// <summary>Median over channels at each sample; NaN where all are missing. Does not depend on the order of the channels.</summary>
    public static double[] Medians(double[][] channels, int samples)
    {
        var (median, scratch) = (new double[samples], new double[channels.Length]);
        for (var i = 0; i < samples; i++)
        {
            var count = 0;
            foreach (var channel in channels)
            {
                if (double.IsFinite(channel[i])) scratch[count++] = channel[i];
            }

            median[i] = Robust.Median.Of(scratch.AsSpan(0, count));
        }

        return median;
    }

    /// <summary>Each channel less the median of all.</summary>
    public static double[][] Deviations(double[][] channels, double[] median) =>
        Array.ConvertAll(channels, channel => channel.Zip(median, (value, middle) => value - middle).ToArray());
}
