using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>
/// Canonical variate analysis: directions of the past that say most about the future are the state; T² of the state and Tr² of what is
/// left of the past (Negiz and Cinar, AIChE Journal 43, 1997; Russell, Chiang and Braatz 2000).
/// </summary>
public sealed class CanonicalVariates : IRowMonitor
{
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
    /// <exception cref="ArgumentException">The past or the future is singular, or there are too few rows.</exception>
    public static CanonicalVariates Fit(IReadOnlyList<double[]> rows, int window, int states)
    {
        var reference = ReferenceRows.Of(rows);
        double[][] scaled = [.. rows.Select(row => reference.Standardised(row))];
        var joined = LaggedRows.Of(scaled, window - 1);
        // The past ends at a row, the future begins with the next.
        var (past, future) = (ReferenceRows.Of(joined[..^window]), ReferenceRows.Of(joined[window..]));
        var (behind, ahead) = (past.Factor(), future.Factor());
        var parts = SingularValues.Of(Whitened(joined, window, (past, behind), (future, ahead)));
        var enough = states > 0 ? states : Beyond(parts.Values, joined.Length - window);
        return new CanonicalVariates(reference, window, Directions(parts.RightTransposed, past, behind), Math.Clamp(enough, 1, parts.Values.Length - 1));
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

    // Covariance of future and past, each in coordinates where it is uncorrelated with variance one.
    private static Matrix Whitened(double[][] joined, int window, (ReferenceRows Rows, Cholesky Factor) past, (ReferenceRows Rows, Cholesky Factor) future)
    {
        var product = new Matrix(past.Rows.Variables, past.Rows.Variables);
        for (var i = 0; i < joined.Length - window; i++)
        {
            var behind = past.Factor.SolveLower(past.Rows.Standardised(joined[i]));
            var ahead = future.Factor.SolveLower(future.Rows.Standardised(joined[i + window]));
            for (var r = 0; r < ahead.Length; r++) Dot.Add(product.Row(r), ahead[r] / (joined.Length - window - 1), behind);
        }

        return product;
    }

    // Row k gives canonical variate k from the past: Vᵀ L⁻¹ divided by the deviations.
    private static Matrix Directions(Matrix right, ReferenceRows past, Cholesky factor)
    {
        var directions = new Matrix(right.Rows, right.Columns);
        var lower = factor.Lower;
        for (var k = 0; k < right.Rows; k++)
        {
            var x = right.Row(k).ToArray();
            for (var i = x.Length - 1; i >= 0; i--)
            {
                x[i] /= lower[i, i];
                Dot.Add(x.AsSpan(0, i), -x[i], lower.Row(i)[..i]);
            }

            for (var j = 0; j < x.Length; j++) directions[k, j] = x[j] / past.Deviation[j];
        }

        return directions;
    }

    // Largest correlation that independent normal blocks reach when there are many rows (Wachter, Annals of Statistics 8, 1980).
    private static int Beyond(double[] correlations, int rows)
    {
        var share = Math.Min(0.5, (double)correlations.Length / rows);
        var edge = Math.Min(0.99, 2 * Math.Sqrt(share * (1 - share)));
        return correlations.Count(value => value > edge);
    }
}
