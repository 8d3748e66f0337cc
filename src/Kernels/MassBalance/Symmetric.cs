namespace Voltloop.Kernels.MassBalance;

/// <summary>Inverse of a small symmetric positive definite matrix.</summary>
internal static class Symmetric
{
    // Below this part of its row a pivot counts as zero.
    private const double Singular = 1e-11;

    /// <summary>The inverse by Gauss-Jordan, of the matrix with ones on its diagonal, so that large and small rows weigh the same.</summary>
    /// <exception cref="ArgumentException">The matrix is singular; the message names the row.</exception>
    public static double[,] Inverse(double[,] matrix)
    {
        var n = matrix.GetLength(0);
        double[] scale = [.. Enumerable.Range(0, n).Select(i => matrix[i, i] > 0 ? 1 / Math.Sqrt(matrix[i, i]) : 0)];
        var a = Scaled(matrix, scale);
        for (var k = 0; k < n; k++)
        {
            if (!(a[k, k] > Singular)) throw new ArgumentException($"Node {k} is not tied to the outside by a measured stream.", nameof(matrix));
            Sweep(a, n, k);
        }

        return Scaled(a, scale);
    }

    private static double[,] Scaled(double[,] matrix, double[] scale)
    {
        var n = scale.Length;
        var scaled = new double[n, n];
        for (var i = 0; i < n; i++) for (var j = 0; j < n; j++) scaled[i, j] = matrix[i, j] * scale[i] * scale[j];
        return scaled;
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
