namespace Voltloop.Kernels.CellModel;

/// <summary>A stretch of time with one current.</summary>
/// <param name="Seconds">How long, s.</param>
/// <param name="Ampere">Current, A, + for charge.</param>
public readonly record struct CurrentPiece(double Seconds, double Ampere);
