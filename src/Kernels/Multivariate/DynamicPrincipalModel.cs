namespace Voltloop.Kernels.Multivariate;

/// <summary>Dynamic principal components: a model of rows beside those before them.</summary>
public sealed class DynamicPrincipalModel : IRowMonitor
{
    private readonly ReferenceRows _rows;
    private readonly int _lags;

    private DynamicPrincipalModel(ReferenceRows rows, PrincipalModel inner, int lags) => (_rows, Inner, _lags) = (rows, inner, lags);

    /// <summary>The model of the joined rows.</summary>
    public PrincipalModel Inner { get; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Statistics => ["dynamic T²", "dynamic SPE"];

    /// <summary>Fits a model.</summary>
    /// <param name="rows">Rows in control, in the order of time, without missing values.</param>
    /// <param name="lags">Rows before that are joined.</param>
    /// <param name="components">Components; by parallel analysis when 0.</param>
    public static DynamicPrincipalModel Fit(IReadOnlyList<double[]> rows, int lags, int components)
    {
        // A variable has one scale, whichever row it is taken from.
        var single = ReferenceRows.Of(rows);
        var reference = ReferenceRows.Of(LaggedRows.Of([.. rows.Select(row => single.Standardised(row))], lags), keepScale: true);
        return new DynamicPrincipalModel(single, PrincipalModel.Fit(reference, components > 0 ? components : ParallelAnalysis.Components(reference)), lags);
    }

    /// <inheritdoc/>
    public double[][] Score(IReadOnlyList<double[]> rows) => [.. Inner.Score(LaggedRows.Of([.. rows.Select(row => _rows.Standardised(row))], _lags)).Select(figures => LaggedRows.Padded(figures, _lags, rows.Count))];

    /// <inheritdoc/>
    public double[] Contributions(IReadOnlyList<double[]> rows, int row, int statistic)
    {
        if (row < _lags) return [];
        double[][] near = [.. rows.Skip(row - _lags).Take(_lags + 1).Select(one => _rows.Standardised(one))];
        var joined = Inner.Contributions([LaggedRows.At(near, _lags, _lags)], 0, statistic);
        return joined.Length == 0 ? [] : LaggedRows.Folded(joined, rows[row].Length);
    }
}
