using Voltloop.Kernels.Circuit;

namespace Voltloop.Kernels.Packs;

/// <summary>A pack: groups in series, each of as many cells in parallel. Cell number = group × parallel + place.</summary>
/// <param name="Circuit">Circuit that all cells share but for their factors.</param>
/// <param name="Parallel">Cells in each group.</param>
/// <param name="Cells">All cells; a multiple of <paramref name="Parallel"/>.</param>
public sealed record PackModel(CircuitTable Circuit, int Parallel, IReadOnlyList<PackCell> Cells)
{
    /// <summary>Resistance between a cell and the bus bars, Ohm, both ends together.</summary>
    public double ConnectionOhm { get; init; }

    /// <summary>Resistance of both bus bars between neighbouring cells of a group, Ohm; the terminals are at its first cell.</summary>
    public double LinkOhm { get; init; }

    /// <summary>Temperature around, and of the cells where nothing is said about heat, degC.</summary>
    public double Ambient { get; init; } = 25;

    /// <summary>Heat of a cell; <c>null</c> keeps all at the ambient temperature.</summary>
    public PackThermal? Thermal { get; init; }

    /// <summary>Groups in series.</summary>
    public int Series => Cells.Count / Parallel;
}
