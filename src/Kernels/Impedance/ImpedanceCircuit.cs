using System.Numerics;

namespace Voltloop.Kernels.Impedance;

/// <summary>An equivalent circuit.</summary>
public sealed class ImpedanceCircuit
{
    private readonly CircuitParts _parts;

    private ImpedanceCircuit(string text, CircuitParts parts)
    {
        (Text, _parts) = (text, parts);
        Elements = [.. parts.Elements];
        Parameters = [.. Elements.SelectMany(element => element.Parameters)];
    }

    /// <summary>As it was written.</summary>
    public string Text { get; }

    /// <summary>Elements from left to right.</summary>
    public IReadOnlyList<CircuitElement> Elements { get; }

    /// <summary>Names and units of the parameters, in the order of the elements.</summary>
    public IReadOnlyList<(string Name, string Unit)> Parameters { get; }

    /// <summary>Reads a circuit such as <c>R0-p(R1,C1)-p(R2-Wo1,C2)</c>.</summary>
    /// <exception cref="FormatException">It cannot be read; the message says where.</exception>
    public static ImpedanceCircuit Parse(string text)
    {
        var clean = text.Replace(" ", "", StringComparison.Ordinal);
        return new ImpedanceCircuit(clean, new CircuitParser(clean).Read());
    }

    /// <summary>Impedance at a frequency, Ω.</summary>
    /// <param name="hertz">Frequency, Hz.</param>
    /// <param name="values">One value a parameter.</param>
    public Complex Ohm(double hertz, ReadOnlySpan<double> values)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(values.Length, Parameters.Count, nameof(values));
        return _parts.Ohm(2 * Math.PI * hertz, ref values);
    }
}
