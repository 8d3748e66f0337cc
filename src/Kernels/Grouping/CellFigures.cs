namespace Voltloop.Kernels.Grouping;

/// <summary>What matters of a cell when it joins a module.</summary>
/// <param name="Capacity">Capacity, Ah, above 0.</param>
/// <param name="Resistance">Resistance, Ohm, above 0.</param>
public readonly record struct CellFigures(double Capacity, double Resistance);
