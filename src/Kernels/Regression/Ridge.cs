using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>
/// Ridge regression with an intercept that is not shrunk: least squares plus alpha times the squared length of the
/// coefficients (Hoerl and Kennard, Technometrics 12, 1970).
/// </summary>
public static class Ridge
{
    /// <summary>Fits with a given penalty (0 or more).</summary>
    public static Fit With(double alpha) => (features, target) =>
    {
        var centred = new Centred(features, target);
        return Solve(centred, SingularValues.Of(centred.Features), alpha);
    };

    /// <summary>Fits with that penalty of a list whose leave-one-out error is the smallest.</summary>
    public static Fit LeaveOneOut(IReadOnlyList<double> alphas) => (features, target) =>
    {
        var centred = new Centred(features, target);
        var svd = SingularValues.Of(centred.Features);
        return Solve(centred, svd, alphas.MinBy(alpha => SquaredError(svd, centred.Target, alpha)));
    };

    /// <summary>Values spaced evenly in their logarithm, both ends included.</summary>
    public static double[] Grid(double smallest, double largest, int count) =>
        [.. Enumerable.Range(0, count).Select(i => smallest * Math.Pow(largest / smallest, i / (double)(count - 1)))];

    private static RidgeModel Solve(Centred centred, SingularValues svd, double alpha) => new(
        centred.Model(OrdinaryLeastSquares.Combine(svd, centred.Target, svd.Rank, value => value / ((value * value) + alpha))), svd, alpha);

    // Residual over one less leverage: the exact leave-one-out residual, intercept included.
    private static double SquaredError(SingularValues svd, double[] target, double alpha)
    {
        var (residual, leverage) = (target.ToArray(), new double[target.Length]);
        Array.Fill(leverage, 1.0 / target.Length);
        for (var k = 0; k < svd.Rank; k++)
        {
            var direction = svd.LeftTransposed.Row(k);
            var kept = svd.Values[k] * svd.Values[k] / ((svd.Values[k] * svd.Values[k]) + alpha);
            Dot.Add(residual, -kept * Dot.Of(direction, target), direction);
            for (var i = 0; i < leverage.Length; i++) leverage[i] += kept * direction[i] * direction[i];
        }

        return residual.Zip(leverage, (r, h) => r / Math.Max(1e-12, 1 - h)).Sum(error => error * error);
    }
}
