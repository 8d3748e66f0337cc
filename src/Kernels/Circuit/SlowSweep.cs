namespace Voltloop.Kernels.Circuit;

/// <summary>A slow charge or discharge between empty and full, at a small steady current (C/20 or slower).</summary>
/// <param name="ChargeAh">Charge counted by the tester, Ah, growing while charging.</param>
/// <param name="Volt">Voltage, V.</param>
/// <param name="Ampere">Current, A, + = charge; of one sign throughout.</param>
public sealed record SlowSweep(double[] ChargeAh, double[] Volt, double[] Ampere);
