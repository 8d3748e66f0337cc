namespace Voltloop.Kernels.Circuit;

/// <summary>Open-circuit voltage with what the sweeps say about hysteresis and temperature.</summary>
/// <param name="Curve">Mean of charge and discharge branch; the only branch where the other was not measured.</param>
/// <param name="CapacityAh">Charge between the ends of the discharge sweep, Ah.</param>
/// <param name="HalfHysteresis">Half the distance of the branches in V at each point of the grid; empty without both branches.</param>
public sealed record OcvTable(OcvCurve Curve, double CapacityAh, double[] HalfHysteresis)
{
    /// <summary>True when both branches were measured.</summary>
    public bool HasHysteresis => HalfHysteresis.Length > 0;

    /// <summary>Change of the voltage with temperature in V/K at each point, from a second table at another temperature.</summary>
    /// <param name="other">Table at the other temperature.</param>
    /// <param name="kelvin">Its temperature minus this one's; not 0.</param>
    public double[] TemperatureSlope(OcvTable other, double kelvin)
    {
        ArgumentOutOfRangeException.ThrowIfZero(kelvin);
        var slope = new double[OcvCurve.Points];
        for (var i = 0; i < slope.Length; i++)
        {
            slope[i] = (other.Curve.Volt[i] - Curve.Volt[i]) / kelvin;
        }

        return slope;
    }
}
