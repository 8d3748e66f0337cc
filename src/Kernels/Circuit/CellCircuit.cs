namespace Voltloop.Kernels.Circuit;

/// <summary>
/// Equivalent circuit of a cell: open-circuit voltage, an ohmic resistance, the charge transfer by Butler and Volmer's law
/// with equal transfer coefficients, (2RT/F) asinh(F R I / 2RT) with small-signal resistance R, and two branches with time
/// constants for diffusion (Plett, Battery Management Systems I, 2.6 and 4.11). That the charge transfer grows ever slower
/// with current matters in the cold, where R is large. Current + = charge.
/// </summary>
/// <param name="Ocv">Open-circuit voltage.</param>
/// <param name="CapacityAh">Charge between empty and full, Ah.</param>
/// <param name="Resistances">Resistances at 25 degC over charge.</param>
/// <param name="FastSeconds">Time constant of the fast branch, s.</param>
/// <param name="SlowSeconds">Time constant of the slow branch, s.</param>
/// <param name="Activation">Temperature dependence.</param>
public sealed record CellCircuit(
    OcvCurve Ocv, double CapacityAh, CircuitResistances Resistances, double FastSeconds, double SlowSeconds, Activation Activation)
{
    /// <summary>2R/F in V/K.</summary>
    public const double TwiceThermal = 2 * 8.314462618 / 96485.33212;

    /// <summary>Overpotential in V of current and branch currents in A at a charge and temperature.</summary>
    public double Overpotential(double charge, double celsius, (double Ampere, double Fast, double Slow) flow)
    {
        var cold = Activation.Coldness(celsius);
        var (ohmic, kinetic, fast, slow) = Resistances.At(charge);
        return ohmic * Math.Exp(Activation.Ohmic * cold) * flow.Ampere
            + Kinetic(kinetic * Math.Exp(Activation.ChargeTransfer * cold) * flow.Ampere, TwiceThermal * (celsius + 273.15))
            + Math.Exp(Activation.Diffusion * cold) * (fast * flow.Fast + slow * flow.Slow);
    }

    /// <summary>Overpotential in V of Butler and Volmer's law for its small-signal value, with 2RT/F in V.</summary>
    public static double Kinetic(double linear, double twiceThermal) => twiceThermal * Math.Asinh(linear / twiceThermal);
}
