namespace Voltloop.Kernels.Packs;

/// <summary>Sizes of the balancing circuits.</summary>
public sealed record BalancingSettings
{
    /// <summary>Bleed resistor of a group, Ohm.</summary>
    public double BleedOhm { get; init; } = 40;

    /// <summary>Voltage above the lowest group at which a group is bled, V.</summary>
    public double ThresholdVolt { get; init; } = 0.003;

    /// <summary>Charge above the lowest group at which a group is bled or gives, 0 to 1.</summary>
    public double ThresholdCharge { get; init; } = 0.005;

    /// <summary>What a capacitor switched between neighbours amounts to, Ohm: 1 over frequency and capacitance.</summary>
    public double CapacitorOhm { get; init; } = 0.05;

    /// <summary>Current that the inductor takes from the fullest group, A.</summary>
    public double InductorAmpere { get; init; } = 0.5;

    /// <summary>Share of that energy that arrives.</summary>
    public double InductorEfficiency { get; init; } = 0.9;

    /// <summary>Difference between the fullest and the emptiest group at which the pack counts as balanced, 0 to 1.</summary>
    public double Target { get; init; } = 0.01;
}
