namespace Voltloop.Kernels.Circuit;

/// <summary>A circuit found from recordings.</summary>
/// <param name="Circuit">The circuit, with the open-circuit voltage corrected.</param>
/// <param name="RmsVolt">Root mean square of the voltage residual over the samples used, V.</param>
/// <param name="OhmicSpread">Standard deviation of the mean ohmic resistance, relative, from the residuals.</param>
/// <param name="Excitation">Standard deviation of the current, A: the larger, the better the resistances are known.</param>
/// <param name="Iterations">Steps of the fit.</param>
/// <param name="Converged">False when the fit ended at its limit.</param>
public sealed record IdentifiedCircuit(CellCircuit Circuit, double RmsVolt, double OhmicSpread, double Excitation, int Iterations, bool Converged);
