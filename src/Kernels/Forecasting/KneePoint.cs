namespace Voltloop.Kernels.Forecasting;

/// <summary>Where fade turns from slow to fast.</summary>
/// <param name="Cycle">Cycle of the turn.</param>
/// <param name="Before">Change of the share per cycle before it.</param>
/// <param name="After">Change of the share per cycle after it.</param>
/// <param name="Explained">Part of the scatter around one straight line that the turn explains, 0 to 1.</param>
public readonly record struct KneePoint(double Cycle, double Before, double After, double Explained);
