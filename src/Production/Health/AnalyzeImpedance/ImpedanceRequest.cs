using Voltloop.Core.Problems;
using Voltloop.Kernels.Impedance;

namespace Voltloop.Health.AnalyzeImpedance;

/// <summary>What to do with a spectrum.</summary>
/// <param name="Circuit">Circuit to fit; <see cref="UsualCircuit"/> when empty.</param>
/// <param name="Weight"><c>unit</c> (all points alike) or <c>modulus</c> (by 1/|Z|); modulus when empty.</param>
/// <param name="Inductive">Whether points with a positive imaginary part take part in the fit.</param>
internal sealed record ImpedanceRequest(string? Circuit = null, string? Weight = null, bool Inductive = false)
{
    /// <summary>Ohmic resistance, two arcs, diffusion: what most lithium-ion cells show.</summary>
    public const string UsualCircuit = "R0-p(R1,CPE1)-p(R2-Wo1,CPE2)";

    /// <summary>Longest circuit, characters.</summary>
    public const int MaxCircuit = 200;

    /// <summary>Most parameters of a circuit.</summary>
    public const int MaxParameters = 20;

    /// <summary>Whether points weigh by 1/|Z|.</summary>
    /// <exception cref="ProblemException">There is no such weighting.</exception>
    public bool ByModulus => (string.IsNullOrWhiteSpace(Weight) ? "modulus" : Weight) switch
    {
        "modulus" => true,
        "unit" => false,
        _ => throw new ProblemException(CommonProblems.InvalidValue, $"There is no weighting \"{Weight}\".", "weight", "Use unit or modulus."),
    };

    /// <summary>The circuit.</summary>
    /// <exception cref="ProblemException">It cannot be read.</exception>
    public ImpedanceCircuit ReadCircuit()
    {
        var text = string.IsNullOrWhiteSpace(Circuit) ? UsualCircuit : Circuit;
        if (text.Length > MaxCircuit) throw new ProblemException(CommonProblems.LimitExceeded, $"The circuit has {text.Length} characters; the limit ImpedanceRequest.MaxCircuit is {MaxCircuit}.", "circuit");
        try
        {
            var circuit = ImpedanceCircuit.Parse(text);
            return circuit.Parameters.Count <= MaxParameters ? circuit : throw new ProblemException(CommonProblems.LimitExceeded, $"The circuit has {circuit.Parameters.Count} parameters; the limit ImpedanceRequest.MaxParameters is {MaxParameters}.", "circuit");
        }
        catch (FormatException wrong)
        {
            throw new ProblemException(CommonProblems.InvalidValue, wrong.Message, "circuit", $"Example: {UsualCircuit}");
        }
    }
}
