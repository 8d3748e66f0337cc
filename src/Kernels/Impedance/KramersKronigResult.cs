using System.Numerics;

namespace Voltloop.Kernels.Impedance;

/// <summary>What the linear Kramers-Kronig test found.</summary>
/// <param name="Elements">RC elements of the chain.</param>
/// <param name="Mu">1 − sum of negative over sum of positive resistances; at most 0.85 unless the elements ran out.</param>
/// <param name="Residuals">Measured minus chain, as parts of |Z|; highest frequency first.</param>
public sealed record KramersKronigResult(int Elements, double Mu, IReadOnlyList<Complex> Residuals)
{
    /// <summary>Whether the chain has a capacitance in series.</summary>
    public bool WithCapacitance { get; init; }

    /// <summary>Largest residual of a real or imaginary part, as a part of |Z|.</summary>
    public double Largest => Residuals.Max(residual => Math.Max(Math.Abs(residual.Real), Math.Abs(residual.Imaginary)));

    /// <summary>Points whose residuals are within the limit.</summary>
    public int ValidPoints => Residuals.Count(residual => Math.Max(Math.Abs(residual.Real), Math.Abs(residual.Imaginary)) <= KramersKronig.ValidUpTo);
}
