namespace Voltloop.Kernels.Multivariate;

/// <summary>Dynamic principal components: a model of rows beside those before them.</summary>
public sealed class DynamicPrincipalModel : IRowMonitor
{
    private readonly int _lags;

    private DynamicPrincipalModel(PrincipalModel inner, int lags) => (Inner, _lags) = (inner, lags);

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
        var reference = ReferenceRows.Of(LaggedRows.Of(rows, lags));
        return new DynamicPrincipalModel(PrincipalModel.Fit(reference, components > 0 ? components : ParallelAnalysis.Components(reference)), lags);
    }

    /// <inheritdoc/>
    public double[][] Score(IReadOnlyList<double[]> rows) => [.. Inner.Score(LaggedRows.Of(rows, _lags)).Select(figures => LaggedRows.Padded(figures, _lags, rows.Count))];

    /// <inheritdoc/>
    public double[] Contributions(IReadOnlyList<double[]> rows, int row, int statistic)
    {
        if (row < _lags) return [];
        var joined = Inner.Contributions([LaggedRows.At(rows, row, _lags)], 0, statistic);
        return joined.Length == 0 ? [] : LaggedRows.Folded(joined, rows[row].Length);
    }
}
