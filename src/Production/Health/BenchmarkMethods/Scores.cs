using System.Globalization;
using Voltloop.Kernels.Conformal;

namespace Voltloop.Health.BenchmarkMethods;

/// <summary>How far predictions lie from what was measured.</summary>
internal static class Scores
{
    /// <summary>Root of the mean squared error, in the unit of the target.</summary>
    public static double Rmse(IReadOnlyList<double> predicted, IReadOnlyList<double> measured) =>
        Math.Sqrt(predicted.Zip(measured, (p, m) => (p - m) * (p - m)).Average());

    /// <summary>Mean size of the error as a part of what was measured, in %.</summary>
    public static double Mape(IReadOnlyList<double> predicted, IReadOnlyList<double> measured) =>
        100 * predicted.Zip(measured, (p, m) => Math.Abs(p - m) / Math.Abs(m)).Average();

    /// <summary>Part of the cases whose interval holds what was measured.</summary>
    public static double Coverage(IReadOnlyList<Bounds> intervals, IReadOnlyList<double> measured) =>
        intervals.Zip(measured, (bounds, m) => bounds.Holds(m) ? 1.0 : 0).Average();

    /// <summary>Mean width of the intervals.</summary>
    public static double Width(IReadOnlyList<Bounds> intervals) => intervals.Average(bounds => bounds.Width);

    /// <summary>A figure as text.</summary>
    public static string Text(double value, int decimals) => value.ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
