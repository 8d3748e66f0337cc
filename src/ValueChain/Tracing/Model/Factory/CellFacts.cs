namespace Voltloop.Tracing.Model.Factory;

/// <summary>What a cell truly is. More coating on the cathode than the anode can take makes it age faster.</summary>
/// <param name="AmpereHours">Capacity when new, Ah.</param>
/// <param name="MilliOhms">Resistance when new, mΩ.</param>
/// <param name="FadePerYear">Part of its capacity that it loses in a year.</param>
internal readonly record struct CellFacts(double AmpereHours, double MilliOhms, double FadePerYear)
{
    /// <summary>Rated capacity, Ah.</summary>
    public const double RatedAmpereHours = 60;

    /// <summary>Mass of a cell, kg.</summary>
    public const double Kg = 0.92;

    /// <summary>Part of its capacity that a cell loses in a year as a rule.</summary>
    public const double UsualFade = 0.024;

    /// <summary>What a cell loses more in a year for each part that its cathode is coated too much.</summary>
    public const double FadeOfDrift = 1.3;

    private const double Weakest = 59;

    /// <summary>Whether it fails grading.</summary>
    public bool HasFailed { get; init; }

    /// <summary>The facts of a cell.</summary>
    public static CellFacts Of(FactoryPlan plan, int cell)
    {
        var (origin, noise) = (plan.OriginOf(cell), plan.Noise);
        var middle = (origin.FromMetre + origin.ToMetre) / 2;
        var capacity = 60.6 * (1 + (0.5 * CoilLine.Deviation(plan, origin.Coil, middle)) + (0.004 * noise.Normal(Chance.Capacity, cell)));
        var resistance = 1.05 * (1 + (0.02 * noise.Normal(Chance.Resistance, cell)));
        var fade = UsualFade + (0.0015 * noise.Normal(Chance.Ageing, cell)) + (FadeOfDrift * plan.DriftAt(origin.Coil, middle));
        return new CellFacts(capacity, resistance, fade) { HasFailed = capacity < Weakest || noise.Uniform(Chance.Failed, cell) < 0.012 };
    }
}
