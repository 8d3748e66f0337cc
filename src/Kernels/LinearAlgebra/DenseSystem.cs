namespace Voltloop.Kernels.LinearAlgebra;

/// <summary>Solves a square system by Gaussian elimination with partial pivoting.</summary>
public static class DenseSystem
{
    /// <summary>Solves <c>a x = b</c>; both are overwritten, and <paramref name="b"/> becomes the solution.</summary>
    /// <param name="a">n by n.</param>
    /// <param name="b">n.</param>
    /// <exception cref="ArithmeticException">The matrix is singular.</exception>
    public static void Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var k = 0; k < n; k++)
        {
            Pivot(a, b, k);
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i, k] / a[k, k];
                if (factor == 0) continue;
                for (var j = k + 1; j < n; j++) a[i, j] -= factor * a[k, j];
                b[i] -= factor * b[k];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++) b[i] -= a[i, j] * b[j];
            b[i] /= a[i, i];
        }
    }

    private static void Pivot(double[,] a, double[] b, int k)
    {
        var best = k;
        for (var i = k + 1; i < b.Length; i++) best = Math.Abs(a[i, k]) > Math.Abs(a[best, k]) ? i : best;
        if (a[best, k] == 0) throw new ArithmeticException("The matrix is singular.");
        if (best == k) return;
        for (var j = k; j < b.Length; j++) (a[k, j], a[best, j]) = (a[best, j], a[k, j]);
        (b[k], b[best]) = (b[best], b[k]);
    }
}
