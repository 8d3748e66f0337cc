namespace Voltloop.Health.Model;

/// <summary>Terms of the vocabulary that this room reads and writes.</summary>
internal static class HealthTerms
{
    /// <summary>Capacity declared by the manufacturer, Ah (read).</summary>
    public const string RatedCapacity = "ratedCapacity";

    /// <summary>Capacity measured when the cell was new, Ah.</summary>
    public const string InitialCapacity = "currentRatedCapacity";

    /// <summary>Capacity now, Ah.</summary>
    public const string RemainingCapacity = "remainingCapacity";

    /// <summary>Loss against the rated capacity, %.</summary>
    public const string CapacityFade = "capacityFade";

    /// <summary>Remaining over rated capacity, %.</summary>
    public const string StateOfHealth = "stateOfHealth";

    /// <summary>Charge and discharge cycles done.</summary>
    public const string FullCycles = "numberOfFullCycles";

    /// <summary>Charge throughput over twice the rated capacity.</summary>
    public const string EquivalentFullCycles = "equivalentFullCycles";

    /// <summary>Charge moved in both directions, Ah.</summary>
    public const string CapacityThroughput = "capacityThroughput";

    /// <summary>Energy moved in both directions, Wh.</summary>
    public const string EnergyThroughput = "energyThroughput";

    /// <summary>Cycle at which the capacity is expected to fall below 80 % of rated.</summary>
    public const string ExpectedLife = "expectedLifetimeCycles";

    /// <summary>Grading for a second life: state of health, grade, costs, routine checks.</summary>
    public const string SecondLife = "secondLifeAssessment";

    /// <summary>Samples left out of estimates, with the rule.</summary>
    public const string FlaggedSamples = "flaggedSamples";

    /// <summary>Charge available now, %.</summary>
    public const string StateOfCharge = "stateOfCharge";

    /// <summary>Internal resistance of the cell, Ohm.</summary>
    public const string ResistanceCell = "currentResistanceCell";

    /// <summary>Open-circuit voltage and circuit behind the state of charge.</summary>
    public const string ChargeModel = "chargeModel";
}
