using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Kernels.Ageing;

/// <summary>
/// Finds the knee of a capacity curve: two straight lines that change smoothly into each other (Bacon and Watts, Biometrika
/// 58 (1971) 525; for batteries Fermín-Cueto et al., Energy and AI 1 (2020) 100006), and the point furthest from the chord
/// (Satopää et al., Kneedle, ICDCS Workshops 2011). Reports none where two lines are not clearly better than one.
/// </summary>
public static class Knee
{
    /// <summary>Fewest points.</summary>
    public const int FewestPoints = 20;

    /// <summary>How much smaller the sum of squares must be than that of a parabola-free straight line.</summary>
    public const double LeastGain = 0.5;

    private const int Candidates = 24;

    /// <summary>Bacon and Watts' knee; <c>null</c> when the curve is too short, does not bend, or bends up.</summary>
    /// <param name="cycle">Cycles, growing.</param>
    /// <param name="capacity">Capacities in any unit.</param>
    public static KneePoint? BaconWatts(double[] cycle, double[] capacity)
    {
        if (cycle.Length < FewestPoints || !(cycle[^1] > cycle[0])) return null;
        var (width, middle) = (cycle[^1] - cycle[0], capacity.Average());
        var best = Enumerable.Range(1, Candidates - 1).Select(i => Fit(cycle, capacity, (double)i / Candidates, (width, middle)))
            .MinBy(fit => fit.SumOfSquares)!;
        var (before, after) = ((best.Parameters[1] - best.Parameters[2]) / width, (best.Parameters[1] + best.Parameters[2]) / width);
        if (best.SumOfSquares > (1 - LeastGain) * LineSquares(cycle, capacity) || after >= before) return null;
        return new KneePoint(cycle[0] + best.Parameters[3] * width, before, after, Math.Sqrt(best.Variance[3]) * width);
    }

    /// <summary>The point furthest above the chord from first to last, after smoothing over a tenth of the points; <c>null</c> when the curve is too short or lies below its chord.</summary>
    public static double? Kneedle(double[] cycle, double[] capacity)
    {
        if (cycle.Length < FewestPoints || !(cycle[^1] > cycle[0])) return null;
        var smooth = Smooth(capacity, Math.Max(1, capacity.Length / 20));
        var (drop, best, place) = (smooth[0] - smooth[^1], 0.0, -1);
        for (var i = 0; i < smooth.Length && drop > 0; i++)
        {
            var above = (smooth[i] - smooth[^1]) / drop - (cycle[^1] - cycle[i]) / (cycle[^1] - cycle[0]);
            (best, place) = above > best ? (above, i) : (best, place);
        }

        // Below a twentieth of the height the difference is scatter.
        return best > 0.05 ? cycle[place] : null;
    }

    // y = a + b u + d (u - u0) tanh((u - u0) / g), u from 0 to 1, with a short transition g.
    private static FitResult Fit(double[] cycle, double[] capacity, double start, (double Width, double Middle) scale)
    {
        const double Transition = 0.02;
        var first = cycle[0];
        return LevenbergMarquardt.Fit(
            (p, residuals) =>
            {
                for (var i = 0; i < residuals.Length; i++)
                {
                    var u = (cycle[i] - first) / scale.Width;
                    var away = u - p[3];
                    residuals[i] = p[0] + p[1] * u + p[2] * away * Math.Tanh(away / Transition) - capacity[i];
                }
            },
            capacity.Length,
            [scale.Middle, 0, 0, start],
            new FitBounds([double.NegativeInfinity, double.NegativeInfinity, double.NegativeInfinity, 0.03], [double.PositiveInfinity, double.PositiveInfinity, double.PositiveInfinity, 0.97]));
    }

    private static double LineSquares(double[] x, double[] y)
    {
        var line = Capacity.LineFit.Of(x, y);
        return x.Zip(y, (at, value) => (value - line.At(at)) * (value - line.At(at))).Sum();
    }

    private static double[] Smooth(double[] values, int reach) =>
        [.. Enumerable.Range(0, values.Length).Select(i =>
        {
            var (from, to) = (Math.Max(0, i - reach), Math.Min(values.Length, i + reach + 1));
            return values.AsSpan(from, to - from).ToArray().Average();
        })];
}
