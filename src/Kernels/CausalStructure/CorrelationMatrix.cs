using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CausalStructure;

/// <summary>Correlations between columns.</summary>
public static class CorrelationMatrix
{
    /// <summary>Pearson's correlations.</summary>
    /// <param name="columns">Columns of one length, none constant.</param>
    public static Matrix Of(IReadOnlyList<double[]> columns)
    {
        double[][] scaled = [.. columns.Select(Scaled)];
        var matrix = Matrix.Identity(columns.Count);
        for (var i = 0; i < columns.Count; i++) for (var j = 0; j < i; j++) matrix[i, j] = matrix[j, i] = Math.Clamp(Dot.Of(scaled[i], scaled[j]), -1, 1);
        return matrix;
    }

    /// <summary>Correlations drawn towards none, by the share that makes the expected squared error least (Schäfer and Strimmer, Stat. Appl. Genet. Mol. Biol. 4 (2005) 32): for few rows and many columns.</summary>
    /// <param name="columns">Columns of one length, none constant.</param>
    /// <returns>The correlations, and the share by which they were drawn.</returns>
    public static (Matrix Correlations, double Share) Shrunk(IReadOnlyList<double[]> columns)
    {
        double[][] scaled = [.. columns.Select(Scaled)];
        var (plain, variance, squares) = (Of(columns), 0.0, 0.0);
        var rows = columns[0].Length;
        for (var i = 0; i < columns.Count; i++)
        {
            for (var j = 0; j < i; j++)
            {
                variance += Variance(scaled[i], scaled[j], plain[i, j] / rows);
                squares += plain[i, j] * plain[i, j];
            }
        }

        var share = squares > 0 ? Math.Clamp(variance * rows / (rows - 1.0) / squares, 0, 1) : 1;
        for (var i = 0; i < columns.Count; i++) for (var j = 0; j < columns.Count; j++) if (i != j) plain[i, j] *= 1 - share;
        return (plain, share);
    }

    // Of the sum of products, whose mean is the correlation over the rows.
    private static double Variance(double[] left, double[] right, double mean)
    {
        var sum = 0.0;
        for (var k = 0; k < left.Length; k++) sum += ((left[k] * right[k]) - mean) * ((left[k] * right[k]) - mean);
        return sum;
    }

    // Mean 0, length 1.
    private static double[] Scaled(double[] column)
    {
        var mean = column.Average();
        var length = Math.Sqrt(column.Sum(value => (value - mean) * (value - mean)));
        return Array.ConvertAll(column, value => (value - mean) / length);
    }
}
