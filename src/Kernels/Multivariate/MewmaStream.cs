using System.Runtime.InteropServices;

namespace Voltloop.Kernels.Multivariate;

/// <summary>
/// Multivariate EWMA of very many rows, or of rows as they come. The rows are made uncorrelated first, so that the figure is the length of
/// their average; the triangular factor needs half the products of a full matrix. Allocates nothing per row; not for several threads at once.
/// </summary>
public sealed class MewmaStream
{
    private readonly ReferenceRows _reference;
    private readonly double _weight;
    private readonly double[][] _panels;
    private readonly double[] _scales;
    private readonly double[] _rows;
    private readonly double[] _average;
    private readonly double[] _products = new double[RowPanel.Height * RowPanel.Width];

    /// <summary>Starts at the means.</summary>
    /// <param name="reference">Rows in control, with a covariance that is not singular.</param>
    /// <param name="weight">Weight of the newest row, λ: above 0, at most 1.</param>
    public MewmaStream(ReferenceRows reference, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(weight);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(weight, 1);
        var p = reference.Variables;
        (_reference, _weight, _rows, _scales) = (reference, weight, new double[RowPanel.Height * p], [.. reference.Deviation.Select(deviation => 1 / deviation)]);
        _panels = Panels(reference);
        _average = new double[_panels.Length * RowPanel.Width];
    }

    /// <summary>Takes one row and gives T² of the average; NaN, and nothing is remembered, with a missing value.</summary>
    public double Step(ReadOnlySpan<double> row)
    {
        var figure = 0.0;
        Take(row, MemoryMarshal.CreateSpan(ref figure, 1));
        return figure;
    }

    /// <summary>Takes rows that stand one behind the other.</summary>
    /// <param name="rows">Values, row by row.</param>
    /// <param name="figures">T² after each row.</param>
    public void Take(ReadOnlySpan<double> rows, Span<double> figures)
    {
        var p = _scales.Length;
        ArgumentOutOfRangeException.ThrowIfNotEqual(rows.Length, figures.Length * p);
        for (var i = 0; i < figures.Length; i += RowPanel.Height)
        {
            var height = Math.Min(RowPanel.Height, figures.Length - i);
            for (var r = 0; r < height; r++) figures[i + r] = ScaledRow.Into(rows.Slice((i + r) * p, p), _reference.Mean, _scales, _rows.AsSpan(r * p, p));
            Average(figures.Slice(i, height));
        }
    }

    // Comes with NaN for rows that have a missing value, and with any number for the others.
    private void Average(Span<double> figures)
    {
        for (var r = 0; r < figures.Length; r++) figures[r] = double.IsNaN(figures[r]) ? double.NaN : 0;
        var scale = (2 - _weight) / _weight;
        for (var panel = 0; panel < _panels.Length; panel++)
        {
            RowPanel.Times(_rows, _scales.Length, _panels[panel], _products);
            var average = _average.AsSpan(panel * RowPanel.Width, RowPanel.Width);
            for (var r = 0; r < figures.Length; r++)
            {
                if (!double.IsNaN(figures[r])) figures[r] += scale * ScaledRow.Averaged(average, _products.AsSpan(r * RowPanel.Width, RowPanel.Width), _weight);
            }
        }
    }

    // The inverse of the lower factor, twelve rows to a panel; variables after the last of them have no part in it.
    private static double[][] Panels(ReferenceRows reference)
    {
        var (factor, p) = (reference.Factor(), reference.Variables);
        var count = (p + RowPanel.Width - 1) / RowPanel.Width;
        double[][] panels = [.. Enumerable.Range(0, count).Select(k => new double[Math.Min(p, (k + 1) * RowPanel.Width) * RowPanel.Width])];
        for (var j = 0; j < p; j++)
        {
            var unit = new double[p];
            unit[j] = 1;
            var column = factor.SolveLower(unit);
            for (var i = j; i < p; i++) panels[i / RowPanel.Width][(j * RowPanel.Width) + (i % RowPanel.Width)] = column[i];
        }

        return panels;
    }
}
