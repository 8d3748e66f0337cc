namespace Voltloop.Kernels.Robust;

/// <summary>How the Hampel identifier judges a sample.</summary>
/// <param name="HalfWindow">Neighbours on each side, 1 to <see cref="Hampel.MaxHalfWindow"/>.</param>
/// <param name="Threshold">Deviation allowed, in scaled median absolute deviations.</param>
/// <param name="Floor">Deviation always allowed, in the unit of the samples: where the window is almost constant, noise is not an outlier.</param>
public readonly record struct HampelSettings(int HalfWindow, double Threshold, double Floor);
