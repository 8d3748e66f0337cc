namespace Voltloop.Kernels.MassBalance;

/// <summary>Inverse of a small symmetric positive definite matrix.</summary>
internal static class Symmetric
{
    // Below this part of the largest diagonal entry a pivot counts as zero.
    private const double Singular = 1e-12;

    /// <summary>The inverse by Gauss-Jordan in place of a copy.</summary>
    /// <exception cref="ArgumentException">The matrix is singular; the message names the row.</exception>
    public static double[,] Inverse(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        var a = (double[,])matrix.Clone();
        var floor = Singular * Largest(a, n);
        for (var k = 0; k < n; k++)
        {
            if (!(a[k, k] > floor)) throw new ArgumentException($"Node {k} is not tied to the outside by a measured stream.", nameof(matrix));
            Sweep(a, n, k);
        }

        return a;
    }

    private static double Largest(double[,] a, int n)
    {
        var largest = 0.0;
        for (var i = 0; i < n; i++) largest = Math.Max(largest, a[i, i]);
        return largest;
    }

    private static void Sweep(double[,] a, int n, int k)
    {
        var pivot = 1 / a[k, k];
        a[k, k] = 1;
        for (var j = 0; j < n; j++) a[k, j] *= pivot;
        for (var i = 0; i < n; i++)
        {
            var factor = a[i, k];
            if (i == k || factor == 0) continue;
            a[i, k] = 0;
            for (var j = 0; j < n; j++) a[i, j] -= factor * a[k, j];
        }
    }
}
