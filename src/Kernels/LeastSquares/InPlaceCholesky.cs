namespace Voltloop.Kernels.LeastSquares;

/// <summary>Cholesky decomposition in place, of small matrices inside loops that must not allocate (Golub and Van Loan, Matrix Computations, 4.2); see <see cref="LinearAlgebra.Cholesky"/> for all others.</summary>
public static class InPlaceCholesky
{
    /// <summary>Replaces the lower triangle of <paramref name="matrix"/> (row by row, n × n) by its factor; false when it is not positive definite.</summary>
    public static bool Factor(Span<double> matrix, int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = matrix[i * n + j];
                for (var k = 0; k < j; k++)
                {
                    sum -= matrix[i * n + k] * matrix[j * n + k];
                }

                if (i == j && !(sum > 0)) return false;
                matrix[i * n + j] = i == j ? Math.Sqrt(sum) : sum / matrix[j * n + j];
            }
        }

        return true;
    }

    /// <summary>Solves in place with the factor of <see cref="Factor"/>.</summary>
    public static void Solve(ReadOnlySpan<double> factor, Span<double> right)
    {
        var n = right.Length;
        for (var i = 0; i < n; i++)
        {
            for (var k = 0; k < i; k++) right[i] -= factor[i * n + k] * right[k];
            right[i] /= factor[i * n + i];
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var k = i + 1; k < n; k++) right[i] -= factor[k * n + i] * right[k];
            right[i] /= factor[i * n + i];
        }
    }
}
