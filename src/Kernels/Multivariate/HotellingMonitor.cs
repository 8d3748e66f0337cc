using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Hotelling's T² of single rows on all variables (Hotelling 1947).</summary>
/// <param name="reference">Rows in control, with a covariance that is not singular.</param>
public sealed class HotellingMonitor(ReferenceRows reference) : IRowMonitor
{
    private readonly Matrix _precision = reference.Precision();

    /// <inheritdoc/>
    public IReadOnlyList<string> Statistics => ["T²"];

    /// <summary>T² of one row; NaN with a missing value.</summary>
    public double Of(ReadOnlySpan<double> row)
    {
        var z = reference.Standardised(row);
        return Dot.Of(_precision.Times(z), z);
    }

    /// <inheritdoc/>
    public double[][] Score(IReadOnlyList<double[]> rows) => [[.. rows.Select(row => Of(row))]];

    /// <inheritdoc/>
    public double[] Contributions(IReadOnlyList<double[]> rows, int row, int statistic) =>
        QuadraticShares.IsWhole(rows[row]) ? QuadraticShares.Of(_precision, reference.Standardised(rows[row])) : [];
}
