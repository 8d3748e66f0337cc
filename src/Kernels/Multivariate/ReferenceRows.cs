using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>What rows in control say: means, standard deviations (divisor rows - 1) and correlations of their variables.</summary>
public sealed class ReferenceRows
{
    // Part of a variable's variance that must be left when those before it are known; less is rounding.
    private const double LeastPivot = 1e-10;

    private ReferenceRows(int rows, double[] mean, double[] deviation) =>
        (Rows, Mean, Deviation, Correlation) = (rows, mean, deviation, Matrix.Identity(mean.Length));

    /// <summary>Number of rows.</summary>
    public int Rows { get; }

    /// <summary>Number of variables.</summary>
    public int Variables => Mean.Length;

    /// <summary>Means, in the units of the variables.</summary>
    public double[] Mean { get; }

    /// <summary>Standard deviations, in the units of the variables; 0 for a constant.</summary>
    public double[] Deviation { get; }

    /// <summary>Correlations; covariances where the scale was kept.</summary>
    public Matrix Correlation { get; }

    /// <summary>First variable that those before it determine, so that the covariance is singular; -1 for none.</summary>
    public int Dependent
    {
        get
        {
            var lower = new Matrix(Variables, Variables);
            for (var i = 0; i < Variables; i++)
            {
                for (var j = 0; j < i; j++) lower[i, j] = (Correlation[i, j] - Dot.Of(lower.Row(i)[..j], lower.Row(j)[..j])) / lower[j, j];
                var pivot = Correlation[i, i] - Dot.Of(lower.Row(i)[..i], lower.Row(i)[..i]);
                if (!(pivot > LeastPivot)) return i;
                lower[i, i] = Math.Sqrt(pivot);
            }

            return -1;
        }
    }

    /// <summary>Takes rows in control: at least two, none with a missing value.</summary>
    /// <param name="rows">The rows.</param>
    /// <param name="keepScale">Whether variables have a common scale already: they are centred only, and count as having deviation 1.</param>
    public static ReferenceRows Of(IReadOnlyList<double[]> rows, bool keepScale = false)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(rows.Count, 2);
        var mean = new double[rows[0].Length];
        foreach (var row in rows) Dot.Add(mean, 1.0 / rows.Count, row);
        var columns = new Matrix(mean.Length, rows.Count);
        for (var i = 0; i < rows.Count; i++) for (var j = 0; j < mean.Length; j++) columns[j, i] = rows[i][j] - mean[j];
        double[] deviation = [.. Enumerable.Range(0, mean.Length).Select(j => keepScale ? 1 : Spread(columns.Row(j), mean[j]))];
        var reference = new ReferenceRows(rows.Count, mean, deviation);
        for (var i = 0; i < mean.Length; i++)
        {
            for (var j = 0; j < (keepScale ? i + 1 : i); j++) reference.Correlation[i, j] = reference.Correlation[j, i] = Related(columns.Row(i), columns.Row(j), deviation[i] * deviation[j]);
        }

        return reference;
    }

    /// <summary>Distances of a row from the means, in standard deviations.</summary>
    public double[] Standardised(ReadOnlySpan<double> row)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, Variables);
        var z = new double[row.Length];
        for (var j = 0; j < z.Length; j++) z[j] = (row[j] - Mean[j]) / Deviation[j];
        return z;
    }

    /// <summary>The inverse of the matrix of correlations.</summary>
    /// <exception cref="ArgumentException">It is singular.</exception>
    public Matrix Precision() => Factor().Inverse();

    /// <summary>The matrix of correlations as a product.</summary>
    /// <exception cref="ArgumentException">It is singular.</exception>
    public Cholesky Factor() =>
        (Dependent < 0 ? Cholesky.TryOf(Correlation) : null) ?? throw new ArgumentException($"Variable {Dependent} is determined by those before it.", nameof(Correlation));

    // A sum of equal numbers is not always a multiple of them: what is left is no spread.
    private static double Spread(ReadOnlySpan<double> centred, double mean)
    {
        var deviation = Math.Sqrt(Dot.Of(centred, centred) / (centred.Length - 1));
        return deviation > 1e-13 * Math.Abs(mean) ? deviation : 0;
    }

    private static double Related(ReadOnlySpan<double> a, ReadOnlySpan<double> b, double scale) => scale > 0 ? Dot.Of(a, b) / (a.Length - 1) / scale : 0;
}
