namespace Voltloop.Kernels.RunLengths;

/// <summary>An average run length.</summary>
/// <param name="Points">Points until a signal, on average.</param>
/// <param name="StandardError">Standard error of a simulation; 0 when it was computed.</param>
/// <param name="Method">How it was found.</param>
public readonly record struct RunLength(double Points, double StandardError, string Method);
