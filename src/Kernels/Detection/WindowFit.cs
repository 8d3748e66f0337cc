namespace Voltloop.Kernels.Detection;

/// <summary>What the residual of one cell shows within one window. Variances are per unit variance of the noise.</summary>
/// <param name="From">Start of the window, s.</param>
/// <param name="To">End of the window, s.</param>
/// <param name="Level">Residual at no current, V, and its variance.</param>
/// <param name="Ohm">Resistance beyond that of the whole record, Ohm, and its variance.</param>
/// <param name="Steepness">Mean slope of the open-circuit voltage, V/Ah.</param>
public readonly record struct WindowFit(
    double From, double To, (double Value, double Variance) Level, (double Value, double Variance) Ohm, double Steepness);
