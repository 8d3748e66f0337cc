namespace Voltloop.Kernels.Packs;

/// <summary>How a pack is balanced.</summary>
public enum BalancingMode
{
    /// <summary>Not at all.</summary>
    None = 0,

    /// <summary>Bleed resistors, by voltage, after a charge to the end.</summary>
    Top = 1,

    /// <summary>Bleed resistors, by voltage, after a discharge to the end.</summary>
    Bottom = 2,

    /// <summary>Bleed resistors, by state of charge, wherever the pack stands.</summary>
    Charge = 3,

    /// <summary>A capacitor switched between neighbouring groups.</summary>
    Capacitor = 4,

    /// <summary>An inductor that carries charge from the fullest to the emptiest group.</summary>
    Inductor = 5,
}
