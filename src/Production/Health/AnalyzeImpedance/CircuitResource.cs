using Voltloop.Kernels.Impedance;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>A fitted circuit.</summary>
/// <param name="Circuit">The circuit.</param>
/// <param name="Parameters">Its parameters.</param>
/// <param name="RelativeRmsPercent">Root mean square of the difference, percent of |Z|.</param>
internal sealed record CircuitResource(string Circuit, IReadOnlyList<CircuitParameter> Parameters, double RelativeRmsPercent)
{
    /// <summary>Whether the search came to an end.</summary>
    public bool Converged { get; init; }

    /// <summary>unit or modulus.</summary>
    public string Weight { get; init; } = "";

    /// <summary>Points that were fitted.</summary>
    public int FittedPoints { get; init; }

    /// <summary>Method and source.</summary>
    public string Method { get; init; } = "eis.complex-nonlinear-least-squares (Macdonald and Garber 1977, doi:10.1149/1.2133473)";

    /// <summary>A fit.</summary>
    public static CircuitResource Of(ImpedanceCircuit circuit, CircuitFitResult fit, (bool ByModulus, int Points) how) => new(circuit.Text, [.. fit.Values.Select(CircuitParameter.Of)], 100 * fit.RelativeRms)
    {
        Converged = fit.Converged, Weight = how.ByModulus ? "modulus" : "unit", FittedPoints = how.Points,
    };
}
