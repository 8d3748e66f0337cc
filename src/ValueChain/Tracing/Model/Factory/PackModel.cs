namespace Voltloop.Tracing.Model.Factory;

/// <summary>What is stated of the made-up pack: term, value as JSON, unit. Illustrative; no such pack is on the market.</summary>
internal static class PackModel
{
    /// <summary>The facts.</summary>
    public static IReadOnlyList<(string Term, string Json, string? Unit)> Facts { get; } =
    [
        ("operatorName", "\"Voltloop Example Cells AB\"", null), ("operatorIdentifier", "\"https://id.voltloop.example/operator/example-cells\"", null),
        ("operatorAddress", Address, null), ("manufacturerName", "\"Voltloop Example Cells AB\"", null),
        ("manufacturerIdentifier", "\"https://id.voltloop.example/operator/example-cells\"", null), ("manufacturerAddress", Address, null),
        ("manufacturingPlace", """{"addressCountry":"Sweden","postalCode":"931 00","streetAddress":"Exempelfabriken, Skelleftea"}""", null),
        ("batteryCategory", "\"ev\"", null), ("modelIdentifier", "\"VEC-NMC622-96S\"", null), ("modelName", "\"Pack 96S, NMC622/graphite, 21 kWh\"", null),
        ("batteryMass", "128", "kg"), ("ratedCapacity", "60", "Ah"), ("ratedEnergy", "21000", "Wh"), ("nominalVoltage", "350", "V"), ("minimumVoltage", "268", "V"), ("maximumVoltage", "403", "V"),
        ("ratedMaximumPower", "60000", "W"), ("originalPowerCapability", """[{"atSoC":80,"powerCapabilityAt":60000},{"atSoC":20,"powerCapabilityAt":41000}]""", null),
        ("batteryChemistry", "\"LiNi0.6Co0.2Mn0.2O2 cathode, graphite anode, LiPF6 in carbonates\"", null), ("batteryChemistryShortName", "\"NMC622/graphite\"", null),
        ("cathodeMaterial", "\"LiNi0.6Co0.2Mn0.2O2 with PVDF and carbon black on aluminium\"", null), ("anodeMaterial", "\"Graphite with CMC/SBR on copper\"", null),
        ("electrolyteMaterial", "\"1.0 mol/L LiPF6 in EC/EMC\"", null),
        ("criticalRawMaterials", """["Lithium","Nickel (battery grade)","Cobalt","Manganese","Natural graphite"]""", null),
        ("expectedNumberOfCycles", "1500", "{cycle}"), ("expectedLifetime", "10", "a"), ("cRateCycleLifeTest", "1", "1/h"), ("capacityThresholdForExhaustion", "70", "%"),
        ("initialRoundTripEfficiency", "95", "%"), ("initialResistancePack", "0.118", "Ohm"), ("idleTemperatureMinimum", "-20", "Cel"), ("idleTemperatureMaximum", "45", "Cel"),
        ("renewableContent", "0", "%"), ("warrantyTerms", """{"lifeValue":96,"lifeUnit":"unit:month"}""", null),
    ];

    private const string Address = """{"addressCountry":"Sweden","postalCode":"111 22","streetAddress":"Exempelgatan 1, Stockholm"}""";
}
