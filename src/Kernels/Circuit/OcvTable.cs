namespace Voltloop.Kernels.Circuit;

/// <summary>Open-circuit voltage with what the sweeps say about hysteresis and temperature.</summary>
/// <param name="Curve">Mean of charge and discharge branch; the only branch where the other was not measured.</param>
/// <param name="CapacityAh">Charge between the ends of the discharge sweep, Ah.</param>
/// <param name="HalfHysteresis">Half the distance of the branches in V at each point of the grid; empty without both branches.</param>
public sealed record OcvTable(OcvCurve Curve, double CapacityAh, double[] HalfHysteresis)
{
    /// <summary>True when both branches were measured.</summary>
    public bool HasHysteresis => HalfHysteresis.Length > 0;
}
