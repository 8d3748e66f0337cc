using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.LeastSquares;

namespace Voltloop.Kernels.Ageing;

/// <summary>
/// Semi-empirical fade: capacity lost = calendar × √days × Arrhenius + cycle × full cycles^exponent × depth (Schmalstieg et
/// al., J. Power Sources 257 (2014) 325; Wang et al., J. Power Sources 196 (2011) 3942 for the power law). Valid before the
/// knee and inside the range of temperature, depth and time that it was fitted on.
/// </summary>
/// <param name="PerRootDay">Share lost per √day at 25 degC.</param>
/// <param name="CalendarKelvin">Activation temperature of the calendar part, K.</param>
/// <param name="PerCycle">Share lost at one full cycle of full depth.</param>
/// <param name="Exponent">Exponent of the full cycles, 0.3 to 1.5.</param>
public sealed record FadeModel(double PerRootDay, double CalendarKelvin, double PerCycle, double Exponent)
{
    /// <summary>Activation temperature taken when all data are at one temperature, K: 33 kJ/mol, between 31.5 (Wang et al. 2011, cycling of LFP) and 58 kJ/mol (Schmalstieg et al. 2014, calendar of NMC).</summary>
    public const double UsualKelvin = 4000;

    /// <summary>Least exponent of the full cycles.</summary>
    public const double LeastExponent = 0.3;

    /// <summary>Largest exponent.</summary>
    public const double MostExponent = 1.5;

    /// <summary>Root mean square of the residual of the fit, share of capacity.</summary>
    public double Rms { get; init; }

    /// <summary>Share of capacity lost.</summary>
    /// <param name="use">Days in service, mean temperature in degC, equivalent full cycles and their mean depth (0 to 1).</param>
    public double Loss(in FadeUse use) =>
        PerRootDay * Math.Exp(-CalendarKelvin * Activation.Coldness(use.Celsius)) * Math.Sqrt(Math.Max(0, use.Days))
        + PerCycle * Math.Pow(Math.Max(0, use.FullCycles), Exponent) * use.Depth;

    /// <summary>Fits the model; <c>null</c> with fewer than eight points or when nothing was lost.</summary>
    /// <param name="uses">Use up to each measurement.</param>
    /// <param name="lost">Share of capacity lost at each.</param>
    public static FadeModel? Fit(IReadOnlyList<FadeUse> uses, double[] lost)
    {
        const int Fewest = 8;
        if (uses.Count < Fewest || uses.Count != lost.Length || !(lost.Max() > 0)) return null;
        var oneTemperature = uses.Max(use => use.Celsius) - uses.Min(use => use.Celsius) < 5;
        var (low, high) = oneTemperature ? (UsualKelvin, UsualKelvin) : (0, 15_000.0);
        var fit = LevenbergMarquardt.Fit(
            (p, residuals) =>
            {
                var model = new FadeModel(p[0], p[1], p[2], p[3]);
                for (var i = 0; i < residuals.Length; i++) residuals[i] = model.Loss(uses[i]) - lost[i];
            },
            lost.Length, [0.001, UsualKelvin, 0.0005, 0.7], new FitBounds([0, low, 0, LeastExponent], [1, high, 1, MostExponent]));
        return new FadeModel(fit.Parameters[0], fit.Parameters[1], fit.Parameters[2], fit.Parameters[3]) { Rms = Math.Sqrt(fit.SumOfSquares / lost.Length) };
    }
}
