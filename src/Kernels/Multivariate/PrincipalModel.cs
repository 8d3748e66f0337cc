using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Principal components of standardised rows: T² in the space of the model and SPE (Q) outside of it (Jackson, Technometrics 22, 1980; Kourti and MacGregor 1996).</summary>
public sealed class PrincipalModel : IRowMonitor
{
    // Directions that vary less than this part of the largest are rounding.
    private const double LeastVariance = 1e-12;

    private PrincipalModel(ReferenceRows reference, double[] variances, Matrix loadings) => (Reference, Variances, Loadings) = (reference, variances, loadings);

    /// <summary>Rows that the model comes from.</summary>
    public ReferenceRows Reference { get; }

    /// <summary>Variances of all components, largest first; those of the model come first.</summary>
    public double[] Variances { get; }

    /// <summary>Directions of the model's components, a row for each.</summary>
    public Matrix Loadings { get; }

    /// <summary>Components of the model.</summary>
    public int Components => Loadings.Rows;

    /// <inheritdoc/>
    public IReadOnlyList<string> Statistics => ["T²", "SPE"];

    /// <summary>Fits a model; fewer components where the rows do not vary in as many directions. More variables than rows are allowed.</summary>
    /// <param name="reference">Rows in control, without constant variables.</param>
    /// <param name="components">Number of components.</param>
    public static PrincipalModel Fit(ReferenceRows reference, int components)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(components, 1);
        var parts = SingularValues.Of(reference.Correlation);
        var directions = Math.Min(reference.Rows - 1, parts.Values.Count(value => value > LeastVariance * parts.Values[0]));
        double[] variances = [.. parts.Values.Select((value, k) => k < directions ? value : 0)];
        return new PrincipalModel(reference, variances, parts.RightTransposed.TakeRows([.. Enumerable.Range(0, Math.Min(components, directions))]));
    }

    /// <summary>T² and SPE of one row; NaN with a missing value.</summary>
    public (double T2, double Spe) Of(ReadOnlySpan<double> row)
    {
        var z = Reference.Standardised(row);
        var (t2, within) = (0.0, 0.0);
        for (var k = 0; k < Components; k++)
        {
            var score = Dot.Of(Loadings.Row(k), z);
            (t2, within) = (t2 + (score * score / Variances[k]), within + (score * score));
        }

        return (t2, Math.Max(0, Dot.Of(z, z) - within));
    }

    /// <inheritdoc/>
    public double[][] Score(IReadOnlyList<double[]> rows)
    {
        var figures = new[] { new double[rows.Count], new double[rows.Count] };
        for (var i = 0; i < rows.Count; i++) (figures[0][i], figures[1][i]) = Of(rows[i]);
        return figures;
    }

    /// <inheritdoc/>
    public double[] Contributions(IReadOnlyList<double[]> rows, int row, int statistic)
    {
        if (!QuadraticShares.IsWhole(rows[row])) return [];
        var z = Reference.Standardised(rows[row]);
        return statistic == 0 ? Within(z) : Outside(z);
    }

    private double[] Within(double[] z)
    {
        var shares = new double[z.Length];
        for (var k = 0; k < Components; k++) Dot.Add(shares, Dot.Of(Loadings.Row(k), z) / Variances[k], Loadings.Row(k));
        for (var j = 0; j < z.Length; j++) shares[j] *= z[j];
        return shares;
    }

    private double[] Outside(double[] z)
    {
        double[] rest = [.. z];
        for (var k = 0; k < Components; k++) Dot.Add(rest, -Dot.Of(Loadings.Row(k), z), Loadings.Row(k));
        for (var j = 0; j < z.Length; j++) rest[j] *= rest[j];
        return rest;
    }
}
