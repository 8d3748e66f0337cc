using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Tolerances;

/// <summary>
/// A rigid part on six locators (3-2-1 or any other six), by small displacements: what an error of a locator does at a point
/// of the part (Söderberg and Lindkvist 1999; Cai, Hu and Yuan 1997).
/// </summary>
public static class LocatedPart
{
    /// <summary>Locators that hold a rigid part.</summary>
    public const int Locators = 6;

    // Below this part of the largest singular value the locators leave the part free to move.
    private const double Singular = 1e-6;

    /// <summary>For each point, its movement for a unit error of each locator; <c>null</c> when the locators do not hold the part.</summary>
    public static double[][]? Sensitivities(IReadOnlyList<SurfacePoint> locators, IReadOnlyList<SurfacePoint> points)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(locators.Count, Locators);
        // From the middle of the locators and in their mean distance from it, so that turns weigh as much as shifts.
        var middle = (X: locators.Average(one => one.X), Y: locators.Average(one => one.Y), Z: locators.Average(one => one.Z));
        var reach = Math.Sqrt(locators.Average(one => Square(one.X - middle.X) + Square(one.Y - middle.Y) + Square(one.Z - middle.Z)));
        if (!(reach > 0)) return null;
        var inverse = SmallInverse.Of(Matrix.OfRows([.. locators.Select(one => one.From(middle, reach).Row())]), Singular);
        if (inverse is null) return null;
        return [.. points.Select(point => point.From(middle, reach).Row()).Select(row => Enumerable.Range(0, Locators).Select(j => Cleaned(Dot.Of(row, inverse.Column(j)))).ToArray())];
    }

    /// <summary>Root of the mean, over points, of the sum of squared movements: the smaller, the more robust the layout.</summary>
    public static double Robustness(IReadOnlyList<double[]> sensitivities) => Math.Sqrt(sensitivities.Average(row => row.Sum(Square)));

    // What is left of a zero by rounding.
    private static double Cleaned(double value) => Math.Abs(value) < 1e-12 ? 0 : value;

    private static double Square(double value) => value * value;
}
