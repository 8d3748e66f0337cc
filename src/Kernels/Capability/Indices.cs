using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Capability;

/// <summary>Capability indices and their intervals (ISO 22514-2; Bissell 1990; Boyles 1991).</summary>
public static class Indices
{
    private const int MaxTurns = 200;

    /// <summary>Width allowed over six standard deviations: Cp or Pp.</summary>
    public static double Width(double lower, double upper, double sigma) => (upper - lower) / (6 * sigma);

    /// <summary>Distance of the nearer limit over three standard deviations: Cpk or Ppk. A limit that is not there is infinite.</summary>
    public static double Nearer(double mean, double lower, double upper, double sigma) => Math.Min(upper - mean, mean - lower) / (3 * sigma);

    /// <summary>Like Cp, with the distance from the target counted as spread: Cpm.</summary>
    public static double Targeted(double mean, (double Lower, double Upper) limits, double sigma, double target) =>
        Width(limits.Lower, limits.Upper, Math.Sqrt((sigma * sigma) + ((mean - target) * (mean - target))));

    /// <summary>Two-sided interval of Cp by chi-square.</summary>
    /// <param name="index">Cp.</param>
    /// <param name="degrees">Degrees of freedom of the standard deviation.</param>
    /// <param name="confidence">Confidence.</param>
    public static (double Lower, double Upper) WidthInterval(double index, double degrees, double confidence) =>
        (index * Math.Sqrt(ChiSquare.Quantile((1 - confidence) / 2, degrees) / degrees), index * Math.Sqrt(ChiSquare.Quantile((1 + confidence) / 2, degrees) / degrees));

    /// <summary>Two-sided interval of Cpk (Bissell, Applied Statistics 39, 1990).</summary>
    /// <param name="index">Cpk.</param>
    /// <param name="size">Values.</param>
    /// <param name="confidence">Confidence.</param>
    public static (double Lower, double Upper) NearerInterval(double index, double size, double confidence)
    {
        var reach = Normal.UpperQuantile((1 - confidence) / 2) * Math.Sqrt((1 / (9 * size)) + (index * index / (2 * (size - 1))));
        return (index - reach, index + reach);
    }

    /// <summary>Two-sided interval of Cpm (Boyles, Journal of Quality Technology 23, 1991).</summary>
    /// <param name="index">Cpm.</param>
    /// <param name="size">Values.</param>
    /// <param name="offset">Distance of the mean from the target, standard deviations.</param>
    /// <param name="confidence">Confidence.</param>
    public static (double Lower, double Upper) TargetedInterval(double index, double size, double offset, double confidence)
    {
        var square = offset * offset;
        return WidthInterval(index, size * (1 + square) * (1 + square) / (1 + (2 * square)), confidence);
    }

    /// <summary>Exact lower bound of a one-sided index (Cpu or Cpl) by the noncentral t distribution.</summary>
    /// <param name="index">The index.</param>
    /// <param name="size">Values, 2 or more.</param>
    /// <param name="confidence">One-sided confidence.</param>
    public static double ExactLower(double index, int size, double confidence)
    {
        var (low, high, scale) = (Math.Min(0, 4 * index) - 2, Math.Max(0, index) + 1, 3 * Math.Sqrt(size));
        for (var i = 0; i < MaxTurns && high - low > 1e-12; i++)
        {
            var middle = (low + high) / 2;
            (low, high) = NoncentralT.Cumulative(scale * index, size - 1, scale * middle) > confidence ? (middle, high) : (low, middle);
        }

        return (low + high) / 2;
    }
}
