namespace Voltloop.Kernels.LeastSquares;

/// <summary>Least squares by Householder's QR of columns brought to one length.</summary>
/// <param name="columns">Columns; overwritten.</param>
/// <param name="target">Right side; overwritten.</param>
internal sealed class Householder(double[][] columns, double[] target)
{
    private readonly double[] _scale = new double[columns.Length];
    private readonly double[] _diagonal = new double[columns.Length];

    /// <summary>The solution; <c>null</c> when a column follows from the others or a value is not finite.</summary>
    public double[]? Solve()
    {
        for (var j = 0; j < columns.Length; j++)
        {
            _scale[j] = Math.Sqrt(Dot(columns[j], columns[j], 0));
            if (!(_scale[j] > 0) || !double.IsFinite(_scale[j])) return null;
            for (var i = 0; i < target.Length; i++) columns[j][i] /= _scale[j];
        }

        for (var k = 0; k < columns.Length; k++)
        {
            if (!Reflect(k)) return null;
        }

        var solution = Back(target);
        for (var j = 0; j < solution.Length; j++) solution[j] /= _scale[j];
        return solution;
    }

    /// <summary>Diagonal of the inverse of the normal matrix, after <see cref="Solve"/>.</summary>
    public double[] Unscaled()
    {
        var sums = new double[_diagonal.Length];
        for (var k = 0; k < sums.Length; k++)
        {
            var unit = new double[sums.Length];
            unit[k] = 1;
            var column = Back(unit);
            for (var i = 0; i < sums.Length; i++) sums[i] += column[i] * column[i] / (_scale[i] * _scale[i]);
        }

        return sums;
    }

    private bool Reflect(int k)
    {
        var pivot = columns[k];
        var length = Math.Sqrt(Dot(pivot, pivot, k));
        if (!(length > 1e-15)) return false;
        _diagonal[k] = pivot[k] > 0 ? -length : length;
        pivot[k] -= _diagonal[k];
        var square = Dot(pivot, pivot, k);
        for (var j = k + 1; j < columns.Length; j++) Apply(pivot, columns[j], square, k);
        Apply(pivot, target, square, k);
        return true;
    }

    private static void Apply(double[] mirror, double[] vector, double square, int k)
    {
        var factor = 2 * Dot(mirror, vector, k) / square;
        for (var i = k; i < vector.Length; i++) vector[i] -= factor * mirror[i];
    }

    private double[] Back(double[] right)
    {
        var solution = new double[_diagonal.Length];
        for (var i = solution.Length - 1; i >= 0; i--)
        {
            var rest = right[i];
            for (var j = i + 1; j < solution.Length; j++) rest -= columns[j][i] * solution[j];
            solution[i] = rest / _diagonal[i];
        }

        return solution;
    }

    private static double Dot(double[] a, double[] b, int from)
    {
        var sum = 0.0;
        for (var i = from; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
