namespace Voltloop.Kernels.Tolerances;

/// <summary>A vector of a closed loop. Its length and its two angles are variables, each with a number; equal numbers are the same variable.</summary>
/// <param name="Loop">Number of the loop, from 0.</param>
/// <param name="Length">Variable of its length.</param>
/// <param name="Azimuth">Variable of its angle in the plane from x to y, radians.</param>
/// <param name="Elevation">Variable of its angle out of that plane, radians.</param>
public sealed record LoopVector(int Loop, int Length, int Azimuth, int Elevation);
