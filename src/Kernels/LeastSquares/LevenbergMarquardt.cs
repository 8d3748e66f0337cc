namespace Voltloop.Kernels.LeastSquares;

/// <summary>
/// Least squares for smooth residuals with bounds: Levenberg and Marquardt's method with the diagonal scaling of Moré
/// (1978), forward differences, steps projected onto the bounds, and parameters that a bound holds left out of a step
/// (Kanzow, Yamashita and Fukushima 2004). Finds a local minimum: start near the solution.
/// </summary>
public static class LevenbergMarquardt
{
    /// <summary>Most steps.</summary>
    public const int MaxIterations = 200;

    /// <summary>Relative change of the sum of squares below which the search ends.</summary>
    public const double Tolerance = 1e-9;

    private const double LargestDamping = 1e12;

    /// <summary>Fits.</summary>
    /// <param name="function">Residuals.</param>
    /// <param name="count">How many residuals there are; not fewer than parameters.</param>
    /// <param name="start">Parameters to start from; moved into the bounds.</param>
    /// <param name="bounds">Bounds.</param>
    public static FitResult Fit(ResidualFunction function, int count, ReadOnlySpan<double> start, FitBounds bounds)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, start.Length);
        var work = new FitWork(function, count, bounds, start);
        var damping = 1e-3;
        var (iterations, converged) = (0, false);
        while (iterations < MaxIterations && !converged && damping < LargestDamping)
        {
            iterations++;
            work.Linearise();
            var before = work.Sum;
            while (damping < LargestDamping && !work.TryStep(damping))
            {
                damping *= 4;
            }

            converged = before - work.Sum <= Tolerance * before;
            damping = Math.Max(1e-12, damping / 9);
        }

        work.Linearise();
        return new FitResult(work.Parameters, work.Sum, work.Variances(), iterations, converged || damping >= LargestDamping);
    }
}
