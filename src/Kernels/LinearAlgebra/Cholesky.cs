namespace Voltloop.Kernels.LinearAlgebra;

/// <summary>A symmetric positive definite matrix as the product of a lower triangular matrix and its transpose (Golub and Van Loan, Matrix Computations, 4.2).</summary>
public sealed class Cholesky
{
    private readonly Matrix _lower;

    private Cholesky(Matrix lower) => _lower = lower;

    /// <summary>The lower triangular factor.</summary>
    public Matrix Lower => _lower.Copy();

    /// <summary>Logarithm of the determinant.</summary>
    public double LogDeterminant
    {
        get
        {
            var sum = 0.0;
            for (var i = 0; i < _lower.Rows; i++) sum += Math.Log(_lower[i, i]);
            return 2 * sum;
        }
    }

    /// <summary>Factors a square matrix, of which the lower half is read; <c>null</c> when it is not positive definite.</summary>
    public static Cholesky? TryOf(Matrix matrix)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(matrix.Rows, matrix.Columns);
        var lower = new Matrix(matrix.Rows, matrix.Rows);
        for (var i = 0; i < matrix.Rows; i++)
        {
            var row = lower.Row(i);
            for (var j = 0; j < i; j++) row[j] = (matrix[i, j] - Dot.Of(row[..j], lower.Row(j)[..j])) / lower[j, j];
            var pivot = matrix[i, i] - Dot.Of(row[..i], row[..i]);
            if (!(pivot > 0)) return null;
            row[i] = Math.Sqrt(pivot);
        }

        return new Cholesky(lower);
    }

    /// <summary>Solves for a right-hand side.</summary>
    public double[] Solve(ReadOnlySpan<double> right)
    {
        var x = SolveLower(right);
        for (var i = x.Length - 1; i >= 0; i--)
        {
            x[i] /= _lower[i, i];
            Dot.Add(x.AsSpan(0, i), -x[i], _lower.Row(i)[..i]);
        }

        return x;
    }

    /// <summary>Solves with the lower factor alone: the square of the result's length is the quadratic form of the inverse.</summary>
    public double[] SolveLower(ReadOnlySpan<double> right)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(right.Length, _lower.Rows);
        var x = right.ToArray();
        for (var i = 0; i < x.Length; i++) x[i] = (x[i] - Dot.Of(_lower.Row(i)[..i], x.AsSpan(0, i))) / _lower[i, i];
        return x;
    }

    /// <summary>The inverse of the matrix.</summary>
    public Matrix Inverse()
    {
        var n = _lower.Rows;
        // Row k of the inverse's transposed factor: the k-th unit vector solved downwards is zero above k.
        var inverse = new Matrix(n, n);
        for (var k = 0; k < n; k++)
        {
            var x = inverse.Row(k);
            x[k] = 1 / _lower[k, k];
            for (var i = k + 1; i < n; i++) x[i] = -Dot.Of(_lower.Row(i)[k..i], x[k..i]) / _lower[i, i];
        }

        var product = new Matrix(n, n);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j <= i; j++) product[i, j] = product[j, i] = Dot.Of(inverse.Row(i)[i..], inverse.Row(j)[i..]);
        }

        return product;
    }
}
