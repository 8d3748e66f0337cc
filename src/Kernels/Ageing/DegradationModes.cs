using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Kernels.Ageing;

/// <summary>
/// Loss of lithium inventory and of active material from how two slow discharges sit on the half-cell curves (Dubarry,
/// Truchot and Liaw 2012; Birkl et al., J. Power Sources 341 (2017) 373). A mode counts as identifiable when its standard
/// deviation is below <see cref="IdentifiableDeviation"/> and the profile likelihood agrees (<see cref="BalanceProfile"/>). Valid for slow discharges (C/20) between the same voltages and
/// half-cell curves of the same electrodes.
/// </summary>
/// <param name="LithiumLoss">Loss of lithium inventory, share of the fresh one.</param>
/// <param name="PositiveLoss">Loss of positive active material.</param>
/// <param name="NegativeLoss">Loss of negative active material.</param>
public sealed record DegradationModes(ModeEstimate LithiumLoss, ModeEstimate PositiveLoss, ModeEstimate NegativeLoss)
{
    /// <summary>Largest standard deviation of an identifiable mode.</summary>
    public const double IdentifiableDeviation = 0.02;

    /// <summary>Residuals of a slow discharge stay alike over about so many samples; each such stretch counts as one.</summary>
    public const int Alike = 10;

    private const int FewestSamples = 50;

    /// <summary>Finds the balance of a cell from a slow discharge; <c>null</c> with too few samples.</summary>
    /// <param name="positive">Half-cell curve.</param>
    /// <param name="negative">Half-cell curve.</param>
    /// <param name="discharge">Charge taken out, Ah, from 0 on, and voltage, V.</param>
    public static ElectrodeBalance? Fit(HalfCell positive, HalfCell negative, (double[] Ah, double[] Volt) discharge)
    {
        var (ah, volt) = discharge;
        if (ah.Length < FewestSamples || !(ah[^1] > 0)) return null;
        var capacity = ah[^1];
        FitResult? best = null;
        foreach (var start in Starts(capacity))
        {
            var fit = LevenbergMarquardt.Fit(
                (p, residuals) =>
                {
                    var balance = new ElectrodeBalance(p[0], p[1], p[2], p[3]);
                    for (var i = 0; i < residuals.Length; i++) residuals[i] = balance.Volt(positive, negative, ah[i]) - volt[i];
                },
                ah.Length, start, new FitBounds([capacity, capacity, 0, 0.3], [3 * capacity, 3 * capacity, 0.7, 1.05]));
            best = best is null || fit.SumOfSquares < best.SumOfSquares ? fit : best;
        }

        // A parameter that ended at its bound (variance 0) is not known at all.
        var rms = Math.Sqrt(best!.SumOfSquares / ah.Length);
        var found = new ElectrodeBalance(best.Parameters[0], best.Parameters[1], best.Parameters[2], best.Parameters[3])
        {
            RmsVolt = rms,
            Deviations = Array.ConvertAll(best.Variance, variance => variance > 0 ? Math.Sqrt(variance * Alike) : double.PositiveInfinity),
        };
        return found with { Determined = BalanceProfile.Determines(positive, negative, discharge, found) };
    }

    /// <summary>The modes between a fresh and an aged balance.</summary>
    public static DegradationModes Between(ElectrodeBalance fresh, ElectrodeBalance aged) => new(
        Loss(fresh.LithiumAh, aged.LithiumAh, LithiumDeviation(fresh), LithiumDeviation(aged)).OnlyIf(fresh.Determined.Lithium && aged.Determined.Lithium),
        Loss(fresh.PositiveAh, aged.PositiveAh, fresh.Deviations[0], aged.Deviations[0]).OnlyIf(fresh.Determined.Positive && aged.Determined.Positive),
        Loss(fresh.NegativeAh, aged.NegativeAh, fresh.Deviations[1], aged.Deviations[1]).OnlyIf(fresh.Determined.Negative && aged.Determined.Negative));

    private static double[][] Starts(double capacity) =>
    [
        [1.2 * capacity, 1.15 * capacity, 0.2, 0.9], [1.6 * capacity, 1.15 * capacity, 0.3, 0.9],
        [1.2 * capacity, 1.5 * capacity, 0.2, 0.8], [1.6 * capacity, 1.5 * capacity, 0.3, 0.75],
    ];

    // Capacity and lithiation of one electrode are correlated; taking them as independent makes the figure larger, not smaller.
    private static double LithiumDeviation(ElectrodeBalance one) => Math.Sqrt(
        Square(one.PositiveStart * one.Deviations[0]) + Square(one.PositiveAh * one.Deviations[2])
        + Square(one.NegativeStart * one.Deviations[1]) + Square(one.NegativeAh * one.Deviations[3]));

    private static ModeEstimate Loss(double fresh, double aged, double freshDeviation, double agedDeviation)
    {
        var deviation = aged / fresh * Math.Sqrt(Square(freshDeviation / fresh) + Square(agedDeviation / aged));
        return new ModeEstimate(1 - aged / fresh, deviation, deviation <= IdentifiableDeviation);
    }

    private static double Square(double value) => value * value;
}
