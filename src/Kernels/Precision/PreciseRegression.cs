namespace Voltloop.Kernels.Precision;

/// <summary>
/// Linear least squares by Householder's QR of the scaled columns, all in double-double: a design whose condition is 1e15
/// keeps more than ten digits. For designs of experiments and small tables; memory and time are those of a dense matrix.
/// </summary>
public sealed class PreciseRegression
{
    // A column whose rest is below this part of its length follows from those before it.
    private const double Singular = 1e-24;

    private PreciseRegression(double[] coefficients, double[] errors, double[] fitted) => (Coefficients, Errors, Fitted) = (coefficients, errors, fitted);

    /// <summary>Coefficients.</summary>
    public IReadOnlyList<double> Coefficients { get; }

    /// <summary>Their standard errors; NaN without degrees of freedom.</summary>
    public IReadOnlyList<double> Errors { get; }

    /// <summary>Values of the model at each row.</summary>
    public IReadOnlyList<double> Fitted { get; }

    /// <summary>Sum of squared residuals.</summary>
    public double ResidualSquares { get; private init; }

    /// <summary>Rows less coefficients.</summary>
    public int ResidualDegrees { get; private init; }

    /// <summary>Squares that the model explains, about the mean when the first column is constant, about zero when not.</summary>
    public double ModelSquares { get; private init; }

    /// <summary>Degrees of freedom of these.</summary>
    public int ModelDegrees { get; private init; }

    /// <summary>Share of the squares that the model explains.</summary>
    public double Explained { get; private init; }

    /// <summary>Residual standard deviation; NaN without degrees of freedom.</summary>
    public double Deviation { get; private init; }

    /// <summary>Ratio of the mean squares; NaN without degrees of freedom.</summary>
    public double F { get; private init; }

    /// <summary>Diagonal of the inverse of X'X: the variance of each coefficient for a unit residual variance.</summary>
    public required IReadOnlyList<double> Unscaled { get; init; }

    /// <summary>Fits; <c>null</c> when a column follows from the others.</summary>
    /// <param name="columns">Columns of the design, each with a value for each row; a first column of ones is the intercept.</param>
    /// <param name="response">Response, a value for each row; not fewer rows than columns.</param>
    public static PreciseRegression? Fit(IReadOnlyList<IReadOnlyList<DoubleDouble>> columns, IReadOnlyList<DoubleDouble> response)
    {
        var (p, n) = (columns.Count, response.Count);
        ArgumentOutOfRangeException.ThrowIfLessThan(n, p);
        var (work, target, scales) = (columns.Select(column => column.ToArray()).ToArray(), response.ToArray(), new DoubleDouble[p]);
        for (var j = 0; j < p; j++)
        {
            scales[j] = Length(work[j], 0);
            if (scales[j].High <= 0) return null;
            for (var i = 0; i < n; i++) work[j][i] /= scales[j];
        }

        var diagonal = new DoubleDouble[p];
        for (var k = 0; k < p; k++)
        {
            if (!Reflect(work, target, diagonal, k)) return null;
        }

        return Told((columns, response), (work, target, diagonal), scales);
    }

    // Householder's reflection of column k; false when nothing of the column is left.
    private static bool Reflect(DoubleDouble[][] work, DoubleDouble[] target, DoubleDouble[] diagonal, int k)
    {
        var pivot = work[k];
        var length = Length(pivot, k);
        if (!(length.High > Singular)) return false;
        diagonal[k] = pivot[k].High > 0 ? -length : length;
        pivot[k] -= diagonal[k];
        var square = Dot(pivot, pivot, k);
        for (var j = k + 1; j < work.Length; j++) Apply(pivot, work[j], square, k);
        Apply(pivot, target, square, k);
        return true;
    }

    private static void Apply(DoubleDouble[] mirror, DoubleDouble[] vector, DoubleDouble square, int k)
    {
        var factor = Dot(mirror, vector, k) * 2 / square;
        for (var i = k; i < vector.Length; i++) vector[i] -= factor * mirror[i];
    }

    private static PreciseRegression Told((IReadOnlyList<IReadOnlyList<DoubleDouble>> Columns, IReadOnlyList<DoubleDouble> Response) of, (DoubleDouble[][] Work, DoubleDouble[] Target, DoubleDouble[] Diagonal) qr, DoubleDouble[] scales)
    {
        var (p, n) = (scales.Length, of.Response.Count);
        var scaled = Back(qr.Work, qr.Diagonal, qr.Target);
        var coefficients = scaled.Select((value, j) => value / scales[j]).ToArray();
        var inverse = Inverse(qr.Work, qr.Diagonal);
        var (fitted, residual, total, squares) = (new double[n], DoubleDouble.Zero, DoubleDouble.Zero, DoubleDouble.Zero);
        var constant = of.Columns[0].All(value => value == DoubleDouble.One);
        var mean = constant ? of.Response.Aggregate(DoubleDouble.Zero, (sum, value) => sum + value) / n : DoubleDouble.Zero;
        for (var i = 0; i < n; i++)
        {
            var value = DoubleDouble.Zero;
            for (var j = 0; j < p; j++) value += of.Columns[j][i] * coefficients[j];
            var (off, explained, all) = (of.Response[i] - value, value - mean, of.Response[i] - mean);
            (fitted[i], residual, squares, total) = ((double)value, residual + (off * off), squares + (explained * explained), total + (all * all));
        }

        var (degrees, above) = (n - p, p - (constant ? 1 : 0));
        var variance = degrees > 0 ? residual / degrees : double.NaN;
        var unscaled = inverse.Select((value, j) => value / scales[j] / scales[j]).ToArray();
        return new PreciseRegression([.. coefficients.Select(value => (double)value)], [.. unscaled.Select(value => degrees > 0 ? (double)DoubleDouble.Sqrt(value * variance) : double.NaN)], fitted)
        {
            ResidualSquares = (double)residual, ResidualDegrees = degrees, ModelSquares = (double)squares, ModelDegrees = above, Explained = (double)(squares / total),
            Deviation = degrees > 0 ? (double)DoubleDouble.Sqrt(variance) : double.NaN, F = degrees > 0 && above > 0 && variance.High > 0 ? (double)(squares / above / variance) : degrees > 0 && above > 0 ? double.PositiveInfinity : double.NaN,
            Unscaled = [.. unscaled.Select(value => (double)value)],
        };
    }

    // R x = b from below; R stands above the diagonal of the columns.
    private static DoubleDouble[] Back(DoubleDouble[][] work, DoubleDouble[] diagonal, DoubleDouble[] target)
    {
        var solution = new DoubleDouble[diagonal.Length];
        for (var i = diagonal.Length - 1; i >= 0; i--)
        {
            var rest = target[i];
            for (var j = i + 1; j < diagonal.Length; j++) rest -= work[j][i] * solution[j];
            solution[i] = rest / diagonal[i];
        }

        return solution;
    }

    // Diagonal of the inverse of R'R: sums of squares of the rows of the inverse of R.
    private static DoubleDouble[] Inverse(DoubleDouble[][] work, DoubleDouble[] diagonal)
    {
        var sums = new DoubleDouble[diagonal.Length];
        for (var k = 0; k < diagonal.Length; k++)
        {
            var unit = new DoubleDouble[diagonal.Length];
            unit[k] = DoubleDouble.One;
            var column = Back(work, diagonal, unit);
            for (var i = 0; i < column.Length; i++) sums[i] += column[i] * column[i];
        }

        return sums;
    }

    private static DoubleDouble Length(DoubleDouble[] vector, int from) => DoubleDouble.Sqrt(Dot(vector, vector, from));

    private static DoubleDouble Dot(DoubleDouble[] a, DoubleDouble[] b, int from)
    {
        var sum = DoubleDouble.Zero;
        for (var i = from; i < a.Length; i++) sum += a[i] * b[i];
        return sum;
    }
}
