using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Multivariate CUSUM (Crosier, Technometrics 30, 1988, the second scheme). A row with a missing value is passed over.</summary>
/// <param name="reference">Rows in control, with a covariance that is not singular.</param>
/// <param name="slack">Reference value k: half of the shift that shall be found, as a distance in standard deviations.</param>
public sealed class CrosierMonitor(ReferenceRows reference, double slack) : IRowMonitor
{
    private readonly Matrix _precision = reference.Precision();

    /// <inheritdoc/>
    public IReadOnlyList<string> Statistics => ["MCUSUM"];

    /// <inheritdoc/>
    public double[][] Score(IReadOnlyList<double[]> rows)
    {
        var (figures, sum) = (new double[rows.Count], new double[reference.Variables]);
        for (var i = 0; i < rows.Count; i++) figures[i] = Step(sum, rows[i]);
        return [figures];
    }

    /// <inheritdoc/>
    public double[] Contributions(IReadOnlyList<double[]> rows, int row, int statistic)
    {
        var (sum, length) = (new double[reference.Variables], 0.0);
        for (var i = 0; i <= row; i++) length = Step(sum, rows[i]);
        if (double.IsNaN(length)) return [];
        var shares = QuadraticShares.Of(_precision, sum);
        for (var j = 0; j < shares.Length && length > 0; j++) shares[j] /= length;
        return shares;
    }

    // Adds the row, shrinks the sum by k towards zero, and gives what is left of its length.
    private double Step(double[] sum, double[] row)
    {
        if (!QuadraticShares.IsWhole(row)) return double.NaN;
        for (var j = 0; j < row.Length; j++) sum[j] += (row[j] - reference.Mean[j]) / reference.Deviation[j];
        var length = Math.Sqrt(Math.Max(0, Dot.Of(_precision.Times(sum), sum)));
        var kept = length <= slack ? 0 : 1 - (slack / length);
        for (var j = 0; j < sum.Length; j++) sum[j] *= kept;
        return length * kept;
    }
}
