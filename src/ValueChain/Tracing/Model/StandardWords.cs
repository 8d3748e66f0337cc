using System.Collections.Frozen;

namespace Voltloop.Tracing.Model;

/// <summary>The bare words of the Core Business Vocabulary 2.0 and of the GS1 Web Vocabulary that JSON-LD events may use.</summary>
internal static class StandardWords
{
    /// <summary>Business steps.</summary>
    public static readonly FrozenSet<string> BizSteps = Set(
    [
        "accepting", "arriving", "assembling", "collecting", "commissioning", "consigning", "creating_class_instance", "cycle_counting",
        "decommissioning", "departing", "destroying", "disassembling", "dispensing", "encoding", "entering_exiting", "holding",
        "inspecting", "installing", "killing", "loading", "other", "packing", "picking", "receiving", "removing", "repackaging",
        "repairing", "replacing", "reserving", "retail_selling", "shipping", "staging_outbound", "stock_taking", "stocking", "storing",
        "transporting", "unloading", "unpacking", "void_shipping", "sensor_reporting", "sampling",
    ]);

    /// <summary>Dispositions.</summary>
    public static readonly FrozenSet<string> Dispositions = Set(
    [
        "active", "container_closed", "damaged", "destroyed", "dispensed", "disposed", "encoded", "expired", "in_progress", "in_transit",
        "inactive", "no_pedigree_match", "non_sellable_other", "partially_dispensed", "recalled", "reserved", "retail_sold", "returned",
        "sellable_accessible", "sellable_not_accessible", "stolen", "unknown", "available", "completeness_verified",
        "completeness_inferred", "conformant", "container_open", "mismatch_instance", "mismatch_class", "mismatch_quantity",
        "needs_replacement", "non_conformant", "unavailable",
    ]);

    /// <summary>Types of business transactions.</summary>
    public static readonly FrozenSet<string> TransactionTypes = Set(
    [
        "bol", "cert", "desadv", "inv", "pedigree", "po", "poc", "prodorder", "recadv", "rma", "testprd", "testres", "upevt",
    ]);

    /// <summary>Types of sources and destinations.</summary>
    public static readonly FrozenSet<string> PartyTypes = Set(
    [
        "owning_party", "possessing_party", "location",
    ]);

    /// <summary>Reasons of error declarations.</summary>
    public static readonly FrozenSet<string> ErrorReasons = Set(
    [
        "did_not_occur", "incorrect_data",
    ]);

    /// <summary>Types of measurements (GS1 Web Vocabulary).</summary>
    public static readonly FrozenSet<string> Measurements = Set(
    [
        "AbsoluteHumidity", "AbsorbedDose", "AbsorbedDoseRate", "Acceleration", "Radioactivity", "Altitude", "AmountOfSubstance",
        "AmountOfSubstancePerUnitVolume", "Angle", "AngularAcceleration", "AngularMomentum", "AngularVelocity", "Area", "Capacitance",
        "Conductance", "Conductivity", "Count", "Density", "Dimensionless", "DoseEquivalent", "DoseEquivalentRate", "DynamicViscosity",
        "ElectricCharge", "ElectricCurrent", "ElectricCurrentDensity", "ElectricFieldStrength", "Energy", "Exposure", "Force", "Frequency",
        "Illuminance", "Inductance", "Irradiance", "KinematicViscosity", "Length", "LinearMomentum", "Luminance", "LuminousFlux",
        "LuminousIntensity", "MagneticFlux", "MagneticFluxDensity", "MagneticVectorPotential", "Mass", "MassConcentration", "MassFlowRate",
        "MassPerAreaTime", "MemoryCapacity", "MolalityOfSolute", "MolarEnergy", "MolarMass", "MolarVolume", "Power", "Pressure",
        "RadiantFlux", "RadiantIntensity", "RelativeHumidity", "Resistance", "Resistivity", "SolidAngle", "SpecificVolume", "Speed",
        "SurfaceDensity", "SurfaceTension", "Temperature", "Time", "Torque", "Voltage", "Volume", "VolumeFlowRate", "VolumeFraction",
        "VolumetricFlux", "Wavenumber",
    ]);

    /// <summary>Alerts of sensors.</summary>
    public static readonly FrozenSet<string> Alerts = Set(
    [
        "ALARM_CONDITION", "ERROR_CONDITION",
    ]);

    /// <summary>Components of vectors and positions.</summary>
    public static readonly FrozenSet<string> Components = Set(
    [
        "x", "y", "z", "axial_distance", "azimuth", "height", "spherical_radius", "polar_angle", "elevation_angle", "easting", "northing",
        "latitude", "longitude", "altitude",
    ]);

    /// <summary>Event types of EPCIS 2.0.</summary>
    public static readonly FrozenSet<string> EventTypes = Set(["ObjectEvent", "AggregationEvent", "TransactionEvent", "TransformationEvent", "AssociationEvent"]);

    private static FrozenSet<string> Set(string[] words) => words.ToFrozenSet(StringComparer.Ordinal);
}
