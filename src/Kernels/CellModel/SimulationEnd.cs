namespace Voltloop.Kernels.CellModel;

/// <summary>Why a simulation ended.</summary>
public enum SimulationEnd
{
    /// <summary>The profile came to its end.</summary>
    Profile,

    /// <summary>The lower voltage was reached.</summary>
    LowerVoltage,

    /// <summary>The upper voltage was reached.</summary>
    UpperVoltage,

    /// <summary>Surface or electrolyte ran empty or full before a voltage was reached: the current is too large for this cell.</summary>
    Depleted,
}
