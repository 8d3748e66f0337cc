namespace Voltloop.Kernels.LinearAlgebra;

/// <summary>Tridiagonal systems by elimination without exchange of rows (Thomas; Golub and Van Loan, Matrix Computations, 4.3); stable where the diagonal dominates.</summary>
public static class Tridiagonal
{
    /// <summary>Solves in place; the diagonal is overwritten.</summary>
    /// <param name="below">Entries left of the diagonal; the first is not used.</param>
    /// <param name="diagonal">Diagonal; destroyed.</param>
    /// <param name="above">Entries right of the diagonal; the last is not used.</param>
    /// <param name="right">Right side; becomes the solution.</param>
    public static void Solve(ReadOnlySpan<double> below, Span<double> diagonal, ReadOnlySpan<double> above, Span<double> right)
    {
        var n = right.Length;
        for (var i = 1; i < n; i++)
        {
            var factor = below[i] / diagonal[i - 1];
            diagonal[i] -= factor * above[i - 1];
            right[i] -= factor * right[i - 1];
        }

        right[n - 1] /= diagonal[n - 1];
        for (var i = n - 2; i >= 0; i--) right[i] = (right[i] - above[i] * right[i + 1]) / diagonal[i];
    }
}
