namespace Voltloop.Kernels.Detection;

/// <summary>What can be wrong with a cell or its sensor.</summary>
public enum SafetyKind
{
    /// <summary>A cell loses charge to itself: internal short.</summary>
    InternalShort = 0,

    /// <summary>The resistance of a cell grew: loose contact.</summary>
    LooseContact = 1,

    /// <summary>A voltage sensor jumped and stays off.</summary>
    SensorOffset = 2,

    /// <summary>A voltage sensor reads one value off.</summary>
    SensorSpike = 3,

    /// <summary>A voltage sensor shows the same value while the other cells move.</summary>
    SensorStuck = 4,

    /// <summary>The voltage falls in two waves after a charge: lithium that was plated dissolves.</summary>
    Plating = 5,

    /// <summary>A sensor of temperature rose above the others.</summary>
    Overheating = 6,
}
