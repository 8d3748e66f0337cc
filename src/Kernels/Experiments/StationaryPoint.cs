using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Experiments;

/// <summary>Where the slope of a quadratic surface is zero, and what it is there (canonical analysis, Box and Wilson 1951).</summary>
/// <param name="At">Coded factors.</param>
/// <param name="Curvatures">Eigenvalues of the matrix of squares and products, the largest first.</param>
public sealed record StationaryPoint(IReadOnlyList<double> At, IReadOnlyList<double> Curvatures)
{
    private const double Flat = 1e-10;
    private const int MaxSweeps = 60;

    /// <summary>minimum, maximum or saddle.</summary>
    public string Nature => Curvatures.All(value => value > 0) ? "minimum" : Curvatures.All(value => value < 0) ? "maximum" : "saddle";

    /// <summary>The point; <c>null</c> when the surface is flat in some direction.</summary>
    /// <param name="slopes">Coefficients of the factors.</param>
    /// <param name="matrix">Coefficients of squares on the diagonal, half of those of products beside it.</param>
    public static StationaryPoint? Of(IReadOnlyList<double> slopes, double[,] matrix)
    {
        var curvatures = Eigenvalues((double[,])matrix.Clone());
        if (!(curvatures.Min(Math.Abs) > Flat * curvatures.Max(Math.Abs))) return null;
        var (a, b) = ((double[,])matrix.Clone(), slopes.Select(slope => -slope / 2).ToArray());
        DenseSystem.Solve(a, b);
        return new StationaryPoint(b, [.. curvatures.OrderDescending()]);
    }

    // Jacobi's rotations of a symmetric matrix.
    private static double[] Eigenvalues(double[,] a)
    {
        var n = a.GetLength(0);
        for (var sweep = 0; sweep < MaxSweeps; sweep++)
        {
            var off = 0.0;
            for (var p = 0; p < n; p++)
            {
                for (var q = p + 1; q < n; q++)
                {
                    off += a[p, q] * a[p, q];
                    Rotate(a, p, q);
                }
            }

            if (off < 1e-300) break;
        }

        return [.. Enumerable.Range(0, n).Select(i => a[i, i])];
    }

    private static void Rotate(double[,] a, int p, int q)
    {
        if (a[p, q] == 0) return;
        var theta = (a[q, q] - a[p, p]) / (2 * a[p, q]);
        var t = (theta >= 0 ? 1 : -1) / (Math.Abs(theta) + Math.Sqrt((theta * theta) + 1));
        var c = 1 / Math.Sqrt((t * t) + 1);
        var s = t * c;
        for (var k = 0; k < a.GetLength(0); k++) (a[k, p], a[k, q]) = ((c * a[k, p]) - (s * a[k, q]), (s * a[k, p]) + (c * a[k, q]));
        for (var k = 0; k < a.GetLength(0); k++) (a[p, k], a[q, k]) = ((c * a[p, k]) - (s * a[q, k]), (s * a[p, k]) + (c * a[q, k]));
    }
}
