namespace Voltloop.Kernels.Multivariate;

/// <summary>Rows beside those before them, so that a model sees how they follow each other (Ku, Storer and Georgakis, Chemometrics and Intelligent Laboratory Systems 30, 1995).</summary>
public static class LaggedRows
{
    /// <summary>Row <c>lags + i</c> with the <paramref name="lags"/> rows before it, the newest first.</summary>
    public static double[][] Of(IReadOnlyList<double[]> rows, int lags) =>
        rows.Count <= lags ? [] : [.. Enumerable.Range(lags, rows.Count - lags).Select(i => At(rows, i, lags))];

    /// <summary>One of them; <paramref name="row"/> is at least <paramref name="lags"/>.</summary>
    public static double[] At(IReadOnlyList<double[]> rows, int row, int lags)
    {
        var p = rows[row].Length;
        var joined = new double[p * (lags + 1)];
        for (var k = 0; k <= lags; k++) rows[row - k].CopyTo(joined, k * p);
        return joined;
    }

    /// <summary>Adds up what the copies of each variable contribute.</summary>
    internal static double[] Folded(double[] contributions, int variables)
    {
        var folded = new double[variables];
        for (var i = 0; i < contributions.Length; i++) folded[i % variables] += contributions[i];
        return folded;
    }

    /// <summary>Figures with NaN for the first rows, which have too few before them.</summary>
    internal static double[] Padded(double[] figures, int lags, int rows)
    {
        var padded = new double[rows];
        Array.Fill(padded, double.NaN, 0, Math.Min(lags, rows));
        figures.CopyTo(padded, Math.Min(lags, rows));
        return padded;
    }
}
