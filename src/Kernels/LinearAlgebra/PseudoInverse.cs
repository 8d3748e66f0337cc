namespace Voltloop.Kernels.LinearAlgebra;

/// <summary>Least squares of smallest length for matrices of any rank (Golub and Van Loan, Matrix Computations, 5.5).</summary>
public static class PseudoInverse
{
    /// <summary>The shortest vector that comes nearest to the right-hand side.</summary>
    public static double[] Solve(Matrix matrix, ReadOnlySpan<double> right)
    {
        var parts = SingularValues.Of(matrix);
        var solution = new double[matrix.Columns];
        for (var k = 0; k < parts.Rank; k++) Dot.Add(solution, Dot.Of(parts.LeftTransposed.Row(k), right) / parts.Values[k], parts.RightTransposed.Row(k));
        return solution;
    }
}
