using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Multivariate EWMA with the covariance of its steady state (Lowry, Woodall, Champ and Rigdon, Technometrics 34, 1992). A row with a missing value is passed over.</summary>
/// <param name="reference">Rows in control, with a covariance that is not singular.</param>
/// <param name="weight">Weight of the newest row, λ: above 0, at most 1.</param>
public sealed class MewmaMonitor(ReferenceRows reference, double weight) : IRowMonitor
{
    private readonly Matrix _precision = reference.Precision();

    /// <inheritdoc/>
    public IReadOnlyList<string> Statistics => ["MEWMA T²"];

    private double Scale => (2 - weight) / weight;

    /// <inheritdoc/>
    public double[][] Score(IReadOnlyList<double[]> rows)
    {
        var (figures, average) = (new double[rows.Count], new double[reference.Variables]);
        for (var i = 0; i < rows.Count; i++) figures[i] = Step(average, rows[i]) ? Scale * Dot.Of(_precision.Times(average), average) : double.NaN;
        return [figures];
    }

    /// <inheritdoc/>
    public double[] Contributions(IReadOnlyList<double[]> rows, int row, int statistic)
    {
        if (!QuadraticShares.IsWhole(rows[row])) return [];
        var average = new double[reference.Variables];
        for (var i = 0; i <= row; i++) Step(average, rows[i]);
        var shares = QuadraticShares.Of(_precision, average);
        for (var j = 0; j < shares.Length; j++) shares[j] *= Scale;
        return shares;
    }

    private bool Step(double[] average, double[] row)
    {
        if (!QuadraticShares.IsWhole(row)) return false;
        for (var j = 0; j < row.Length; j++) average[j] += weight * (((row[j] - reference.Mean[j]) / reference.Deviation[j]) - average[j]);
        return true;
    }
}
