using System.Numerics;

namespace Voltloop.Kernels.Impedance;

/// <summary>A fitted circuit.</summary>
/// <param name="Values">Parameters.</param>
/// <param name="Fitted">Impedance of the circuit at the frequencies of the spectrum, Ω.</param>
/// <param name="RelativeRms">Root mean square of |difference| over |measured|.</param>
/// <param name="Converged">Whether the search came to an end.</param>
public sealed record CircuitFitResult(IReadOnlyList<CircuitValue> Values, IReadOnlyList<Complex> Fitted, double RelativeRms, bool Converged);
