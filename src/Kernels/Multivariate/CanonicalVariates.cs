using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>
/// Canonical variate analysis: directions of the past that say most about the future are the state; T² of the state and Tr² of what is
/// left of the past (Negiz and Cinar, AIChE Journal 43, 1997; Russell, Chiang and Braatz 2000).
/// </summary>
public sealed class CanonicalVariates : IRowMonitor
{
    // Part of a standard deviation squared; of variables that have variance one.
    private const double LeastVariance = 1e-6;

    private readonly ReferenceRows _reference;
    private readonly int _rowsBefore;
    private readonly Matrix _state;
    private readonly Matrix _rest;

    private CanonicalVariates(ReferenceRows reference, int past, Matrix directions, int states)
    {
        (_reference, _rowsBefore, States) = (reference, past - 1, states);
        _state = directions.TakeRows([.. Enumerable.Range(0, states)]);
        _rest = directions.TakeRows([.. Enumerable.Range(states, directions.Rows - states)]);
    }

    /// <summary>Dimensions of the state.</summary>
    public int States { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Statistics => ["state T²", "residual Tr²"];

    /// <summary>Fits the analysis.</summary>
    /// <param name="rows">Rows in control, in the order of time, without missing values.</param>
    /// <param name="window">Rows that make the past, the newest among them, and rows after it that make the future.</param>
    /// <param name="states">Dimensions of the state; those above what chance reaches when 0.</param>
    public static CanonicalVariates Fit(IReadOnlyList<double[]> rows, int window, int states)
    {
        var reference = ReferenceRows.Of(rows);
        var joined = LaggedRows.Of([.. rows.Select(row => reference.Standardised(row))], window - 1);
        // The past ends at a row, the future begins with the next.
        var (past, future) = (Whitening(joined[..^window]), Whitening(joined[window..]));
        var parts = SingularValues.Of(Related(joined, window, (past, future)));
        var enough = states > 0 ? states : Beyond(parts.Values, joined.Length - window);
        return new CanonicalVariates(reference, window, Product(parts.RightTransposed, past), Math.Clamp(enough, 1, Math.Max(1, past.Rows - 1)));
    }

    /// <inheritdoc/>
    public double[][] Score(IReadOnlyList<double[]> rows)
    {
        var figures = new[] { new double[rows.Count], new double[rows.Count] };
        for (var i = 0; i < rows.Count; i++)
        {
            var past = i < _rowsBefore ? null : Past(rows, i);
            (figures[0][i], figures[1][i]) = past is null ? (double.NaN, double.NaN) : (Length(_state, past), Length(_rest, past));
        }

        return figures;
    }

    /// <inheritdoc/>
    public double[] Contributions(IReadOnlyList<double[]> rows, int row, int statistic)
    {
        if (row < _rowsBefore) return [];
        var (past, directions) = (Past(rows, row), statistic == 0 ? _state : _rest);
        if (!QuadraticShares.IsWhole(past)) return [];
        var shares = new double[past.Length];
        for (var k = 0; k < directions.Rows; k++) Dot.Add(shares, Dot.Of(directions.Row(k), past), directions.Row(k));
        for (var j = 0; j < shares.Length; j++) shares[j] *= past[j];
        return LaggedRows.Folded(shares, _reference.Variables);
    }

    private double[] Past(IReadOnlyList<double[]> rows, int row)
    {
        var past = new double[_reference.Variables * (_rowsBefore + 1)];
        for (var k = 0; k <= _rowsBefore; k++) _reference.Standardised(rows[row - k]).CopyTo(past, k * _reference.Variables);
        return past;
    }

    private static double Length(Matrix directions, double[] past)
    {
        var along = directions.Times(past);
        return Dot.Of(along, along);
    }

    // Coordinates in which rows are uncorrelated with variance one; directions that hardly vary would only blow up rounding.
    private static Matrix Whitening(double[][] rows)
    {
        var moments = new Matrix(rows[0].Length, rows[0].Length);
        foreach (var row in rows) for (var i = 0; i < row.Length; i++) Dot.Add(moments.Row(i), row[i] / (rows.Length - 1), row);
        var parts = SingularValues.Of(moments);
        var whitening = parts.RightTransposed.TakeRows([.. Enumerable.Range(0, parts.Values.Count(value => value > LeastVariance))]);
        for (var k = 0; k < whitening.Rows; k++) foreach (ref var value in whitening.Row(k)) value /= Math.Sqrt(parts.Values[k]);
        return whitening;
    }

    // Correlations of the future's coordinates with the past's; with rows of zeros, so that all directions of the past come out.
    private static Matrix Related(double[][] joined, int window, (Matrix Past, Matrix Future) whitening)
    {
        var product = new Matrix(Math.Max(whitening.Past.Rows, whitening.Future.Rows), whitening.Past.Rows);
        for (var i = 0; i < joined.Length - window; i++)
        {
            var (behind, ahead) = (whitening.Past.Times(joined[i]), whitening.Future.Times(joined[i + window]));
            for (var r = 0; r < ahead.Length; r++) Dot.Add(product.Row(r), ahead[r] / (joined.Length - window - 1), behind);
        }

        return product;
    }

    private static Matrix Product(Matrix left, Matrix right)
    {
        var product = new Matrix(left.Rows, right.Columns);
        for (var i = 0; i < left.Rows; i++) for (var k = 0; k < right.Rows; k++) Dot.Add(product.Row(i), left[i, k], right.Row(k));
        return product;
    }

    // Largest correlation that independent normal blocks reach when there are many rows (Wachter, Annals of Statistics 8, 1980).
    private static int Beyond(double[] correlations, int rows)
    {
        var share = Math.Min(0.5, (double)correlations.Length / rows);
        var edge = Math.Min(0.99, 2 * Math.Sqrt(share * (1 - share)));
        return correlations.Count(value => value > edge);
    }
}
