namespace Voltloop.Kernels.Packs;

/// <summary>Lumped heat of one cell: C dT/dt = heat - G (T - ambient).</summary>
/// <param name="HeatCapacity">C, J/K.</param>
/// <param name="Conductance">G to the surroundings, W/K.</param>
public sealed record PackThermal(double HeatCapacity, double Conductance);
