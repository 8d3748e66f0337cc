using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.BenchmarkMethods.Panasonic;

/// <summary>A drive cycle from full, one sample a second.</summary>
/// <param name="Group">Folder of its chamber temperature, for example <c>-10degC</c>.</param>
/// <param name="Name">Name of the cycle, for example <c>US06</c>.</param>
/// <param name="MovedAh">Charge moved since the start by the tester's counter, Ah, below 0 after discharge.</param>
/// <param name="Run">Currents, voltage and case temperature; the charge is filled in for a capacity.</param>
internal sealed record DriveCycle(string Group, string Name, double[] MovedAh, CircuitRun Run)
{
    /// <summary>The recording with the charge that a capacity in Ah gives, full at the start.</summary>
    public CircuitRun With(double capacityAh) => Run with { Charge = Array.ConvertAll(MovedAh, moved => 1 + moved / capacityAh) };
}
