namespace Voltloop.Health.Model.Fleet;

/// <summary>Fade of a cohort.</summary>
/// <param name="Name">Name.</param>
/// <param name="Members">Batteries whose fade is known.</param>
/// <param name="FadePer100Cycles">Mean fade, % per 100 cycles, drawn towards the fleet as far as its own is weak.</param>
/// <param name="Lower">Lower end of its 95 % interval.</param>
/// <param name="Upper">Upper end.</param>
/// <param name="MedianStateOfHealth">Median state of health, %.</param>
internal sealed record CohortHealth(string Name, int Members, double FadePer100Cycles, double Lower, double Upper, double MedianStateOfHealth)
{
    /// <summary>Population stability index of its fade against the rest of the fleet; absent where either is too small.</summary>
    public double? StabilityIndex { get; init; }

    /// <summary>Probability of such an index or more without any difference.</summary>
    public double? ChanceOfIndex { get; init; }

    /// <summary>What changed in the order of manufacture; absent when nothing did.</summary>
    public CohortDrift? Drift { get; init; }

    /// <summary>How the batteries were ordered for that: date of manufacture or identifier.</summary>
    public string OrderedBy { get; init; } = "";
}
