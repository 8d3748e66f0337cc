using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Kernels.Capability;

/// <summary>Power that makes positive values most nearly normal (Box and Cox, Journal of the Royal Statistical Society B 26, 1964).</summary>
public static class BoxCox
{
    /// <summary>Smallest and largest power that is looked at.</summary>
    public const double MostPower = 5;

    private const int MaxTurns = 200;
    private static readonly double Golden = (Math.Sqrt(5) - 1) / 2;

    /// <summary>Power of greatest likelihood.</summary>
    /// <param name="values">All above 0, not all the same.</param>
    public static double Power(ReadOnlySpan<double> values)
    {
        var known = values.ToArray();
        var (low, high) = (-MostPower, MostPower);
        for (var i = 0; i < MaxTurns && high - low > 1e-10; i++)
        {
            var (left, right) = (high - (Golden * (high - low)), low + (Golden * (high - low)));
            (low, high) = Likelihood(known, left) > Likelihood(known, right) ? (low, right) : (left, high);
        }

        return (low + high) / 2;
    }

    /// <summary>A value on the scale of a power.</summary>
    public static double Transform(double value, double power) => Math.Abs(power) < 1e-9 ? Math.Log(value) : (Math.Pow(value, power) - 1) / power;

    private static double Likelihood(double[] values, double power)
    {
        var transformed = Array.ConvertAll(values, value => Transform(value, power));
        return (-values.Length / 2.0 * Math.Log(Subgroup.Squares(transformed) / values.Length)) + ((power - 1) * values.Sum(Math.Log));
    }
}
