namespace Voltloop.Kernels.Cycling;

/// <summary>A step of current and the resistance it shows.</summary>
/// <param name="First">First sample of the step.</param>
/// <param name="Ampere">Change of current, A; + = towards charge.</param>
/// <param name="Ohm">Resistance after each time asked for, ohm; NaN where the step is shorter.</param>
public sealed record Pulse(int First, double Ampere, IReadOnlyList<double> Ohm);
