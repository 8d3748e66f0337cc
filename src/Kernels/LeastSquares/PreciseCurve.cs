using Voltloop.Kernels.Precision;

namespace Voltloop.Kernels.LeastSquares;

/// <summary>
/// Goes on from a fitted curve with residuals in double-double, for data that a model meets to the last digits of a double: steps of Gauss and
/// Newton whose right side is exact and whose slopes are doubles (iterative refinement; Björck, Numerical Methods for Least Squares Problems, 2.9).
/// </summary>
public static class PreciseCurve
{
    private const int MaxSteps = 100;
    private const double Small = 1e-20;

    /// <summary>Refines.</summary>
    /// <param name="found">What was fitted in doubles.</param>
    /// <param name="models">The model in doubles, for slopes, and in double-double, for values.</param>
    /// <param name="x">Predictors of each observation, as written.</param>
    /// <param name="y">Observations, as written.</param>
    public static FittedCurve Refine(FittedCurve found, (CurveModel Slopes, PreciseCurveModel Values) models, IReadOnlyList<DoubleDouble[]> x, IReadOnlyList<DoubleDouble> y)
    {
        double[][] rounded = [.. x.Select(row => Array.ConvertAll(row, value => (double)value))];
        var parameters = Array.ConvertAll(found.Parameters, value => (DoubleDouble)value);
        var best = found;
        for (var step = 0; step < MaxSteps; step++)
        {
            DoubleDouble[] residual = [.. y.Select((value, i) => value - models.Values(parameters, x[i]))];
            var at = Array.ConvertAll(parameters, value => (double)value);
            var qr = new Householder([.. Enumerable.Range(0, at.Length).Select(j => Slope(models.Slopes, at, j, rounded))], Array.ConvertAll(residual, value => (double)value));
            if (qr.Solve() is not { } move) return best;
            var squares = (double)residual.Aggregate(DoubleDouble.Zero, (sum, value) => sum + (value * value));
            var variances = qr.Unscaled();
            best = new FittedCurve(at, [.. variances.Select(one => Math.Sqrt(one * squares / found.Degrees))], squares, found.Degrees) { Converged = move.Select((one, j) => Math.Abs(one / at[j])).Max() < Small };
            if (best.Converged) return best;
            for (var j = 0; j < at.Length; j++) parameters[j] += move[j];
        }

        return best;
    }

    private static double[] Slope(CurveModel model, double[] parameters, int j, double[][] x)
    {
        Dual[] duals = [.. parameters.Select((value, k) => new Dual(value, k == j ? 1 : 0))];
        return [.. x.Select(row => model(duals, row).Slope)];
    }
}
