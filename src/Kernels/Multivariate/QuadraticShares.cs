using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Multivariate;

/// <summary>Splits a quadratic form among its variables.</summary>
internal static class QuadraticShares
{
    /// <summary>Entry j times entry j of the matrix's product with the vector: they add up to the form.</summary>
    public static double[] Of(Matrix matrix, ReadOnlySpan<double> vector)
    {
        var shares = matrix.Times(vector);
        for (var j = 0; j < shares.Length; j++) shares[j] *= vector[j];
        return shares;
    }

    /// <summary>Whether a row has no missing value.</summary>
    public static bool IsWhole(ReadOnlySpan<double> row)
    {
        foreach (var value in row) if (double.IsNaN(value)) return false;
        return true;
    }
}
