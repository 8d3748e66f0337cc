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

    /// <summary>What a benchmark measured of a method of this room.</summary>
    public const string ModelCard = "modelCard";

    /// <summary>Samples left out of estimates, with the rule.</summary>
    public const string FlaggedSamples = "flaggedSamples";

    /// <summary>Charge available now, %.</summary>
    public const string StateOfCharge = "stateOfCharge";

    /// <summary>Internal resistance of the cell, Ohm.</summary>
    public const string ResistanceCell = "currentResistanceCell";

    /// <summary>Open-circuit voltage and circuit behind the state of charge.</summary>
    public const string ChargeModel = "chargeModel";

    /// <summary>Internal resistance of the new cell, Ohm (read).</summary>
    public const string InitialResistanceCell = "initialResistanceCell";

    /// <summary>Increase of the internal resistance of the cell, %.</summary>
    public const string ResistanceIncreaseCell = "resistanceIncreaseCell";

    /// <summary>Energy declared for the new battery, Wh (read).</summary>
    public const string RatedEnergy = "ratedEnergy";

    /// <summary>Usable energy now over the certified one, %.</summary>
    public const string StateOfCertifiedEnergy = "stateOfCertifiedEnergy";

    /// <summary>Incremental capacity, capacity from partial charges, self-discharge.</summary>
    public const string AgeingAnalysis = "ageingAnalysis";

    /// <summary>Charge out over charge in of closed cycles, %.</summary>
    public const string CoulombicEfficiency = "coulombicEfficiency";

    /// <summary>Energy out over energy in of closed cycles, %.</summary>
    public const string RoundTripEfficiency = "currentRoundTripEfficiency";

    /// <summary>Resistance of current pulses after 10, 18 and 30 s.</summary>
    public const string PulseResistance = "pulseResistance";

    /// <summary>Validity, circuit and relaxation times of an impedance spectrum.</summary>
    public const string ImpedanceAnalysis = "impedanceAnalysis";

    /// <summary>Loss of lithium inventory and of active material.</summary>
    public const string DegradationModes = "degradationModes";

    /// <summary>Fade by time and by use, fitted to the history.</summary>
    public const string FadeModel = "fadeModel";
    /// <summary>How the cells of a pack stand beside each other.</summary>
    public const string PackConsistency = "packConsistency";

    /// <summary>Faults that the cells of a pack seem to have, and how they were looked for.</summary>
    public const string PackSafety = "packSafety";
}
