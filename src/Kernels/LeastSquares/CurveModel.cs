namespace Voltloop.Kernels.LeastSquares;

/// <summary>A model of a curve: its value at one observation.</summary>
/// <param name="parameters">Parameters.</param>
/// <param name="x">Predictors of the observation.</param>
public delegate Dual CurveModel(ReadOnlySpan<Dual> parameters, ReadOnlySpan<double> x);
