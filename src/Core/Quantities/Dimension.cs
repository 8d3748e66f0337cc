namespace Voltloop.Core.Quantities;

/// <summary>What a unit measures. Units convert within one dimension only.</summary>
public enum Dimension
{
    /// <summary>A pure number, a fraction or a percentage.</summary>
    Ratio = 0,

    /// <summary>Electric charge, also capacity; base Ah.</summary>
    Charge = 1,

    /// <summary>Energy; base Wh.</summary>
    Energy = 2,

    /// <summary>Electric potential difference; base V.</summary>
    Voltage = 3,

    /// <summary>Electric current; base A.</summary>
    Current = 4,

    /// <summary>Electric resistance, also impedance; base Ohm.</summary>
    Resistance = 5,

    /// <summary>Temperature on a scale with a zero point; base Cel.</summary>
    Temperature = 6,

    /// <summary>Mass; base kg.</summary>
    Mass = 7,

    /// <summary>Power; base W.</summary>
    Power = 8,

    /// <summary>Greenhouse gases as the mass of carbon dioxide with the same effect; base kg{CO2e}.</summary>
    CarbonMass = 9,

    /// <summary>Duration; base s.</summary>
    Duration = 10,

    /// <summary>Greenhouse gases per energy delivered; base kg{CO2e}/kWh.</summary>
    CarbonPerEnergy = 11,

    /// <summary>Number of charge and discharge cycles; base {cycle}.</summary>
    Cycles = 12,

    /// <summary>Frequency; base Hz.</summary>
    Frequency = 13,

    /// <summary>Length; base m.</summary>
    Length = 14,

    /// <summary>Volume; base L.</summary>
    Volume = 15,

    /// <summary>Change of a ratio over time, such as self-discharge; base %/mo.</summary>
    RatioPerDuration = 16,

    /// <summary>Power per energy; base W/Wh. Not a frequency, although both are one over a time.</summary>
    PowerPerEnergy = 17,

    /// <summary>Current per capacity, the C-rate; base A/Ah.</summary>
    CurrentPerCharge = 18,

    /// <summary>Energy per mass; base Wh/kg.</summary>
    EnergyPerMass = 19,

    /// <summary>Energy per volume; base Wh/L.</summary>
    EnergyPerVolume = 20,

    /// <summary>Power per mass; base W/kg.</summary>
    PowerPerMass = 21,

    /// <summary>Pressure; base Pa.</summary>
    Pressure = 22,

    /// <summary>Plane angle, such as the phase of an impedance; base deg.</summary>
    Angle = 23,
}
