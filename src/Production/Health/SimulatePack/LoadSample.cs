namespace Voltloop.Health.SimulatePack;

/// <summary>Current of a pack from a moment on.</summary>
/// <param name="Second">Moment, s from the start.</param>
/// <param name="Ampere">Current, A, + = charge.</param>
internal readonly record struct LoadSample(double Second, double Ampere);
