namespace Voltloop.Kernels.Packs;

/// <summary>One cell of a pack: how it differs from the circuit that all share, and its state at the start.</summary>
/// <param name="CapacityAh">Charge between empty and full, Ah.</param>
/// <param name="ResistanceFactor">All its resistances over those of the shared circuit.</param>
/// <param name="Charge">State of charge at the start, 0 to 1.</param>
public sealed record PackCell(double CapacityAh, double ResistanceFactor, double Charge)
{
    /// <summary>Resistance of an internal short across the source, Ohm; infinite without one.</summary>
    public double LeakOhm { get; init; } = double.PositiveInfinity;
}
