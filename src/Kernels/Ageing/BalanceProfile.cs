using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Kernels.Ageing;

/// <summary>
/// Profile likelihood of the balance of a cell (Raue et al., Bioinformatics 25 (2009) 1923): one quantity is moved by 4 % to either
/// side and held there while all others are fitted again. When that costs less than the 95 % point of χ² with one degree of
/// freedom on either side, the data do not determine it, whatever the curvature at the optimum says.
/// </summary>
public static class BalanceProfile
{
    /// <summary>How far a quantity is moved, as a share.</summary>
    public const double Reach = 2 * DegradationModes.IdentifiableDeviation;

    private const double ChiSquare95 = 3.841;

    private delegate ElectrodeBalance Held(double value, ReadOnlySpan<double> others);

    /// <summary>Whether the data determine the capacity of the positive electrode, that of the negative one, and the lithium.</summary>
    /// <param name="positive">Half-cell curve.</param>
    /// <param name="negative">Half-cell curve.</param>
    /// <param name="discharge">Charge taken out, Ah, and voltage, V.</param>
    /// <param name="best">The fitted balance.</param>
    public static (bool Positive, bool Negative, bool Lithium) Determines(HalfCell positive, HalfCell negative, (double[] Ah, double[] Volt) discharge, ElectrodeBalance best)
    {
        var (least, counted) = (best.RmsVolt * best.RmsVolt * discharge.Ah.Length, Math.Max(1, (discharge.Ah.Length / (double)DegradationModes.Alike) - 4));
        // Noise of the optimum, at least a tenth of a millivolt, so that made-up data do not look infinitely sharp.
        var variance = Math.Max(least / (discharge.Ah.Length * counted / (counted + 4)), 1e-8);
        bool Costs(Held held, double value, double[] start) =>
            (Refit(held, value, start) - least) / DegradationModes.Alike / variance > ChiSquare95;
        double Refit(Held held, double value, double[] start) => LevenbergMarquardt.Fit(
            (p, residuals) =>
            {
                var balance = held(value, p);
                for (var i = 0; i < residuals.Length; i++) residuals[i] = balance.Volt(positive, negative, discharge.Ah[i]) - discharge.Volt[i];
            },
            discharge.Ah.Length, start, Bounds(start)).SumOfSquares;
        bool Both(Held held, double value, double[] start) => Costs(held, value * (1 - Reach), start) && Costs(held, value * (1 + Reach), start);
        return (
            Both((value, p) => new ElectrodeBalance(value, p[0], p[1], p[2]), best.PositiveAh, [best.NegativeAh, best.PositiveStart, best.NegativeStart]),
            Both((value, p) => new ElectrodeBalance(p[0], value, p[1], p[2]), best.NegativeAh, [best.PositiveAh, best.PositiveStart, best.NegativeStart]),
            Both((value, p) => new ElectrodeBalance(p[0], p[1], p[2], (value - (p[0] * p[2])) / p[1]), best.LithiumAh, [best.PositiveAh, best.NegativeAh, best.PositiveStart]));
    }

    // Half and one and a half of the optimum hold capacities and lithiations alike.
    private static FitBounds Bounds(double[] start) => new(Array.ConvertAll(start, value => 0.5 * value), Array.ConvertAll(start, value => 1.5 * value));
}
