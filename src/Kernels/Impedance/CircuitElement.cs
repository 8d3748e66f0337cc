using System.Numerics;

namespace Voltloop.Kernels.Impedance;

/// <summary>
/// An element of an equivalent circuit, in the letters of the field (Orazem and Tribollet, Electrochemical Impedance Spectroscopy,
/// 2nd ed.): R, L, C; CPE with Z = 1/(Q (jω)^α); W with Z = A (1 − j)/√ω; Wo (open) with Z = R coth√(jωτ)/√(jωτ); Ws (short) with
/// Z = R tanh√(jωτ)/√(jωτ).
/// </summary>
/// <param name="Kind">Letters.</param>
/// <param name="Name">Letters and number, for example R1.</param>
public sealed record CircuitElement(string Kind, string Name)
{
    private static readonly Dictionary<string, (string Name, string Unit)[]> Known = new(StringComparer.Ordinal)
    {
        ["R"] = [("", "Ω")], ["L"] = [("", "H")], ["C"] = [("", "F")], ["W"] = [("", "Ω/s^0.5")],
        ["CPE"] = [(".Q", "S·s^α"), (".α", "1")], ["Wo"] = [(".R", "Ω"), (".τ", "s")], ["Ws"] = [(".R", "Ω"), (".τ", "s")],
    };

    /// <summary>Letters of all kinds, longest first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = [.. Known.Keys.OrderByDescending(kind => kind.Length)];

    /// <summary>Its parameters with their units.</summary>
    public IReadOnlyList<(string Name, string Unit)> Parameters => [.. Known[Kind].Select(part => (Name + part.Name, part.Unit))];

    /// <summary>Impedance, Ω.</summary>
    /// <param name="omega">Angular frequency, rad/s.</param>
    /// <param name="values">Its parameters.</param>
    public Complex Ohm(double omega, ReadOnlySpan<double> values)
    {
        var jOmega = new Complex(0, omega);
        return Kind switch
        {
            "R" => values[0],
            "L" => jOmega * values[0],
            "C" => 1 / (jOmega * values[0]),
            "W" => values[0] * new Complex(1, -1) / Math.Sqrt(omega),
            "CPE" => 1 / (values[0] * Complex.Pow(jOmega, values[1])),
            "Wo" => values[0] / (Root(omega, values[1]) * Tanh(Root(omega, values[1]))),
            _ => values[0] * Tanh(Root(omega, values[1])) / Root(omega, values[1]),
        };
    }

    private static Complex Root(double omega, double tau) => Complex.Sqrt(new Complex(0, omega * tau));

    // By exp(−2z), which does not overflow for large arguments.
    private static Complex Tanh(Complex z)
    {
        var decay = Complex.Exp(-2 * z);
        return (1 - decay) / (1 + decay);
    }
}
