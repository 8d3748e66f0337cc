namespace Voltloop.Kernels.Ageing;

/// <summary>A cycle of a load history.</summary>
/// <param name="Range">Distance between its extremes, in the unit of the history.</param>
/// <param name="Mean">Middle between them.</param>
/// <param name="Count">1 for a whole cycle, 0.5 for a half one.</param>
public readonly record struct RainflowCycle(double Range, double Mean, double Count);
