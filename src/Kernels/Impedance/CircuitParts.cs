using System.Numerics;

namespace Voltloop.Kernels.Impedance;

/// <summary>A part of a circuit: an element, or parts in series or in parallel.</summary>
/// <param name="Element">The element; <c>null</c> for a group.</param>
/// <param name="Parts">Parts of a group.</param>
/// <param name="IsParallel">Whether the parts of a group are side by side.</param>
internal sealed record CircuitParts(CircuitElement? Element, IReadOnlyList<CircuitParts> Parts, bool IsParallel)
{
    /// <summary>Elements from left to right, which is the order of the parameters.</summary>
    public IEnumerable<CircuitElement> Elements => Element is null ? Parts.SelectMany(part => part.Elements) : [Element];

    /// <summary>Impedance, Ω; parameters are taken from the front.</summary>
    public Complex Ohm(double omega, ref ReadOnlySpan<double> values)
    {
        if (Element is not null)
        {
            var own = values[..Element.Parameters.Count];
            values = values[own.Length..];
            return Element.Ohm(omega, own);
        }

        var sum = Complex.Zero;
        foreach (var part in Parts) sum += IsParallel ? 1 / part.Ohm(omega, ref values) : part.Ohm(omega, ref values);
        return IsParallel ? 1 / sum : sum;
    }
}
