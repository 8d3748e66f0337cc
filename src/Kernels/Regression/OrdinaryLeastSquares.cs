using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Ordinary least squares with an intercept; of several solutions the shortest (Golub and Van Loan, Matrix Computations, 5.5).</summary>
public static class OrdinaryLeastSquares
{
    /// <summary>Fits.</summary>
    public static IRegression Fit(Matrix features, double[] target)
    {
        var centred = new Centred(features, target);
        var svd = SingularValues.Of(centred.Features);
        return centred.Model(Combine(svd, centred.Target, svd.Rank, value => 1 / value));
    }

    /// <summary>Coefficients along the first directions, each weighted by a function of its singular value.</summary>
    internal static double[] Combine(SingularValues svd, double[] target, int directions, Func<double, double> weight)
    {
        var coefficients = new double[svd.RightTransposed.Columns];
        for (var k = 0; k < directions; k++)
        {
            Dot.Add(coefficients, weight(svd.Values[k]) * Dot.Of(svd.LeftTransposed.Row(k), target), svd.RightTransposed.Row(k));
        }

        return coefficients;
    }
}
