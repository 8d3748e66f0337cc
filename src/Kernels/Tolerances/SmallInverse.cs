using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Tolerances;

/// <summary>Inverse of a small square matrix that says when there is none.</summary>
internal static class SmallInverse
{
    /// <summary>The inverse by singular values, columns brought to one length; <c>null</c> when the smallest is below <paramref name="floor"/> of the largest.</summary>
    public static Matrix? Of(Matrix square, double floor)
    {
        var n = square.Rows;
        var (scaled, lengths) = (square.Copy(), new double[n]);
        for (var j = 0; j < n; j++)
        {
            var column = square.Column(j);
            lengths[j] = Math.Sqrt(Dot.Of(column, column));
            for (var i = 0; i < n && lengths[j] > 0; i++) scaled[i, j] /= lengths[j];
        }

        var parts = SingularValues.Of(scaled);
        if (lengths.Contains(0) || !(parts.Values[^1] > floor * parts.Values[0])) return null;
        var inverse = new Matrix(n, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; k < n; k++) inverse[i, j] += parts.RightTransposed[k, i] * parts.LeftTransposed[k, j] / (parts.Values[k] * lengths[i]);
            }
        }

        return inverse;
    }
}
