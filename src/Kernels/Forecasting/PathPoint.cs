namespace Voltloop.Kernels.Forecasting;

/// <summary>Share of the capacity expected at a cycle to come.</summary>
/// <param name="Cycle">The cycle.</param>
/// <param name="Share">Expected share.</param>
/// <param name="Lower">Lower end of its interval.</param>
/// <param name="Upper">Upper end of its interval.</param>
public readonly record struct PathPoint(double Cycle, double Share, double Lower, double Upper);
