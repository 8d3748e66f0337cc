namespace Voltloop.Kernels.Ageing;

/// <summary>Use of a cell up to a moment.</summary>
/// <param name="Days">Days in service.</param>
/// <param name="Celsius">Mean temperature, degC.</param>
/// <param name="FullCycles">Equivalent full cycles.</param>
/// <param name="Depth">Mean depth of the cycles, 0 to 1.</param>
public readonly record struct FadeUse(double Days, double Celsius, double FullCycles, double Depth);
