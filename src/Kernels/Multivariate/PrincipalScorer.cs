namespace Voltloop.Kernels.Multivariate;

/// <summary>T² and SPE of very many rows with a model of principal components. Allocates nothing per row; not for several threads at once.</summary>
public sealed class PrincipalScorer
{
    private readonly PrincipalModel _model;
    private readonly double[][] _panels;
    private readonly double[] _weights;
    private readonly double[] _scales;
    private readonly double[] _rows;
    private readonly double[] _products = new double[RowPanel.Height * RowPanel.Width];

    /// <summary>Prepares a model.</summary>
    public PrincipalScorer(PrincipalModel model)
    {
        var (p, panels) = (model.Reference.Variables, (model.Components + RowPanel.Width - 1) / RowPanel.Width);
        _model = model;
        _panels = [.. Enumerable.Range(0, panels).Select(_ => new double[p * RowPanel.Width])];
        (_weights, _scales, _rows) = (new double[panels * RowPanel.Width], [.. model.Reference.Deviation.Select(deviation => 1 / deviation)], new double[RowPanel.Height * p]);
        for (var k = 0; k < model.Components; k++)
        {
            _weights[k] = 1 / model.Variances[k];
            for (var j = 0; j < p; j++) _panels[k / RowPanel.Width][(j * RowPanel.Width) + (k % RowPanel.Width)] = model.Loadings[k, j];
        }
    }

    /// <summary>Figures of rows that stand one behind the other; NaN for a row with a missing value.</summary>
    /// <param name="rows">Values, row by row.</param>
    /// <param name="t2">T² of each row.</param>
    /// <param name="spe">SPE of each row.</param>
    public void Score(ReadOnlySpan<double> rows, Span<double> t2, Span<double> spe)
    {
        var p = _scales.Length;
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, t2.Length * p);
        ArgumentOutOfRangeException.ThrowIfNotEqual(spe.Length, t2.Length);
        for (var i = 0; i < t2.Length; i += RowPanel.Height)
        {
            var height = Math.Min(RowPanel.Height, t2.Length - i);
            Standardise(rows.Slice(i * p, height * p), spe.Slice(i, height));
            Project(t2.Slice(i, height), spe.Slice(i, height));
        }
    }

    // Leaves the length of each standardised row in spe.
    private void Standardise(ReadOnlySpan<double> rows, Span<double> spe)
    {
        var p = _scales.Length;
        for (var r = 0; r < spe.Length; r++)
        {
            var z = _rows.AsSpan(r * p, p);
            spe[r] = ScaledRow.Into(rows.Slice(r * p, p), _model.Reference.Mean, _scales, z);
        }
    }

    private void Project(Span<double> t2, Span<double> spe)
    {
        t2.Clear();
        for (var panel = 0; panel < _panels.Length; panel++)
        {
            RowPanel.Times(_rows, _scales.Length, _panels[panel], _products);
            var weights = _weights.AsSpan(panel * RowPanel.Width, RowPanel.Width);
            for (var r = 0; r < t2.Length; r++)
            {
                var (weighed, plain) = ScaledRow.Squares(_products.AsSpan(r * RowPanel.Width, RowPanel.Width), weights);
                (t2[r], spe[r]) = (t2[r] + weighed, spe[r] - plain);
            }
        }

        for (var r = 0; r < spe.Length; r++) spe[r] = spe[r] < 0 ? 0 : spe[r];
    }
}
