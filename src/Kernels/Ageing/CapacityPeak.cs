namespace Voltloop.Kernels.Ageing;

/// <summary>A peak of the incremental capacity.</summary>
/// <param name="Volt">Voltage, V.</param>
/// <param name="PerVolt">Height, Ah/V.</param>
/// <param name="Prominence">Height above the higher of the valleys beside it, Ah/V.</param>
public readonly record struct CapacityPeak(double Volt, double PerVolt, double Prominence);
