namespace Voltloop.Kernels.Cycling;

/// <summary>What a step does.</summary>
public enum StepKind
{
    /// <summary>No current beyond the noise of the instrument.</summary>
    Rest = 0,

    /// <summary>Current into the cell.</summary>
    Charge = 1,

    /// <summary>Current out of the cell.</summary>
    Discharge = 2,

    /// <summary>Current in both directions: a drive profile.</summary>
    Mixed = 3,
}
