namespace Voltloop.Kernels.LeastSquares;

/// <summary>Residuals of a model: what was measured minus what the parameters say, in any unit but the same throughout.</summary>
/// <param name="parameters">Parameters.</param>
/// <param name="residuals">Result, of a fixed length.</param>
public delegate void ResidualFunction(ReadOnlySpan<double> parameters, Span<double> residuals);
