namespace Voltloop.Kernels.Circuit;

/// <summary>The circuit at one charge and temperature.</summary>
/// <param name="Ocv">Open-circuit voltage, V.</param>
/// <param name="Slope">Its slope, V per unit of charge.</param>
/// <param name="Ohmic">Ohmic resistance, Ohm.</param>
/// <param name="ChargeTransfer">Small-signal resistance of the charge transfer, Ohm.</param>
/// <param name="Fast">Resistance of the fast branch, Ohm.</param>
/// <param name="Slow">Resistance of the slow branch, Ohm.</param>
/// <param name="TwiceThermal">2RT/F, V.</param>
public readonly record struct CircuitPoint(
    double Ocv, double Slope, double Ohmic, double ChargeTransfer, double Fast, double Slow, double TwiceThermal)
{
    /// <summary>Overpotential in V of a current and both branch currents in A, and its derivative to the current in Ohm.</summary>
    public (double Volt, double Ohm) Over(double ampere, double fast, double slow)
    {
        var x = ChargeTransfer * ampere / TwiceThermal;
        var root = Math.Sqrt(1 + x * x);
        var kinetic = TwiceThermal * (x < 0 ? -Math.Log(root - x) : Math.Log(root + x));
        return (Ohmic * ampere + kinetic + Fast * fast + Slow * slow, Ohmic + ChargeTransfer / root);
    }
}
