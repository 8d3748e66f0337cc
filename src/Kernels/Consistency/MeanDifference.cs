using Voltloop.Kernels.Packs;

namespace Voltloop.Kernels.Consistency;

/// <summary>
/// Cells against their median cell (mean-difference model; Zheng et al., J. Power Sources 2013): the difference of voltage is
/// steepness × (difference of charge + charge × relative difference of capacity) + difference of resistance × current, solved by
/// least squares. Standard deviations allow for residuals that last (lag-one correlation).
/// </summary>
public static class MeanDifference
{
    // Beyond this correlation the residual is a trend and the figures say little.
    private const double MostCorrelation = 0.99;

    // The regressors must move for an answer: below this share of the largest they are constant to a sensor.
    private const double LeastMotion = 0.02;

    /// <summary>The difference of one cell, and what it leaves unexplained at each sample (V).</summary>
    /// <param name="deviation">Voltage less that of the median cell, V.</param>
    /// <param name="reference">The median cell.</param>
    /// <param name="matrix">The pack.</param>
    /// <param name="learnt">Samples from the start that the difference is learnt from; the rest is only compared with it.</param>
    public static (CellDifference Difference, double[] Residual) Of(double[] deviation, PackReference reference, PackMatrix matrix, int learnt = int.MaxValue)
    {
        var fit = new SmallFit(3);
        Span<double> regressors = stackalloc double[3];
        for (var i = 0; i < Math.Min(learnt, deviation.Length); i++)
        {
            Regress(i, reference, matrix, regressors);
            fit.Add(regressors, deviation[i]);
        }

        if (fit.Solve() is not { } solved) return (Unknown, [.. deviation]);
        var residual = new double[deviation.Length];
        for (var i = 0; i < residual.Length; i++)
        {
            Regress(i, reference, matrix, regressors);
            residual[i] = deviation[i] - solved.Value[0] * regressors[0] - solved.Value[1] * regressors[1] - solved.Value[2] * regressors[2];
        }

        return (Difference(solved, Lasting(residual) * solved.Residual, reference, matrix), residual);
    }

    private static CellDifference Unknown => new(double.NaN, double.PositiveInfinity, double.NaN, double.PositiveInfinity, double.NaN, double.PositiveInfinity);

    private static void Regress(int i, PackReference reference, PackMatrix matrix, Span<double> regressors)
    {
        var ampere = matrix.HasCurrent && double.IsFinite(matrix.Ampere[i]) ? matrix.Ampere[i] : 0;
        (regressors[0], regressors[1], regressors[2]) = (reference.Steepness[i], ampere, reference.Steepness[i] * reference.Charge[i]);
    }

    private static CellDifference Difference((double[] Value, double[] Variance, double Residual) solved, double noise, PackReference reference, PackMatrix matrix)
    {
        double Deviation(int i, bool known) => known ? Math.Sqrt(noise * solved.Variance[i]) : double.PositiveInfinity;
        var (hasCurrent, hasRange) = (Moves(matrix.Ampere), reference.HasCharge && Moves(reference.Charge));
        // The regression gives median over own capacity, minus 1.
        var own = 1 / Math.Max(0.1, 1 + solved.Value[2]);
        return new CellDifference(
            reference.HasCharge ? solved.Value[0] : double.NaN, Deviation(0, reference.HasCharge),
            hasCurrent ? solved.Value[1] : double.NaN, Deviation(1, hasCurrent),
            hasRange ? own - 1 : double.NaN, Deviation(2, hasRange) * own * own);
    }

    private static bool Moves(double[] values)
    {
        double[] known = [.. values.Where(double.IsFinite)];
        return known.Length > 0 && known.Max() - known.Min() > LeastMotion * known.Max(Math.Abs);
    }

    // Factor on the variance: (1 + r) / (1 - r) for residuals of lag-one correlation r.
    private static double Lasting(double[] residual)
    {
        var (product, square) = (0.0, 0.0);
        for (var i = 1; i < residual.Length; i++)
        {
            if (!double.IsFinite(residual[i]) || !double.IsFinite(residual[i - 1])) continue;
            product += residual[i] * residual[i - 1];
            square += residual[i] * residual[i];
        }

        var correlation = square > 0 ? Math.Clamp(product / square, 0, MostCorrelation) : 0;
        return (1 + correlation) / (1 - correlation);
    }
}
