namespace Voltloop.Kernels.LeastSquares;

/// <summary>
/// Fits a curve by least squares to the last digits: Levenberg and Marquardt's method with exact slopes and QR of the
/// slopes instead of their normal equations, in up to three scalings of the parameters (Moré 1978; Marquardt 1963;
/// none) until two agree, and Gauss-Newton steps at the end. Finds a local minimum.
/// </summary>
public static class CurveFit
{
    private const int MaxIterations = 12_000;
    private const int MaxPolish = 400;
    private const double Small = 1e-13;

    /// <summary>Fits.</summary>
    /// <param name="model">Model.</param>
    /// <param name="x">Predictors of each observation.</param>
    /// <param name="y">Observations, more than parameters.</param>
    /// <param name="start">Parameters to start from.</param>
    public static FittedCurve Fit(CurveModel model, IReadOnlyList<double[]> x, IReadOnlyList<double> y, ReadOnlySpan<double> start)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(y.Count, start.Length);
        FittedCurve? best = null;
        foreach (var scaling in Enum.GetValues<FitScaling>())
        {
            var work = new CurveWork(model, x, y, start);
            Search(work, scaling);
            var found = Polish(work);
            // Two ways that end at the same place are enough.
            if (best is { Converged: true } && found.Converged && Math.Abs(found.ResidualSquares - best.ResidualSquares) <= 1e-9 * best.ResidualSquares) return best;
            if (best is null || found.ResidualSquares < best.ResidualSquares * (1 - 1e-9) || (!best.Converged && found.Converged && found.ResidualSquares <= best.ResidualSquares * (1 + 1e-9))) best = found;
        }

        return best!;
    }

    // Nielsen's damping: a good step makes it smaller by a cubic of its gain, a bad one larger and larger.
    private static void Search(CurveWork work, FitScaling scaling)
    {
        var (damping, growth) = (1e-3, 2.0);
        work.Linearise();
        for (var i = 0; i < MaxIterations && double.IsFinite(damping); i++)
        {
            var (gain, moved) = work.TryStep(damping, scaling);
            if (gain > 0)
            {
                work.Linearise();
                (damping, growth) = (damping * Math.Max(1.0 / 3, 1 - Math.Pow((2 * gain) - 1, 3)), 2);
            }
            else
            {
                (damping, growth) = (damping * growth, growth * 2);
            }

            if (moved < Small && gain >= 0) return;
            if (moved < 1e-17) return;
        }
    }

    private static FittedCurve Polish(CurveWork work)
    {
        var (last, converged) = (double.PositiveInfinity, false);
        for (var i = 0; i < MaxPolish && !converged; i++)
        {
            var moved = work.Newton();
            if (double.IsNaN(moved) || (moved >= last && last < 1e-9))
            {
                converged = moved < 1e-6;
                break;
            }

            (last, converged) = (moved, moved < 1e-15);
        }

        return work.Outcome(converged);
    }
}
