using Voltloop.Kernels.Precision;

namespace Voltloop.Kernels.LeastSquares;

/// <summary>A model of a curve in double-double: its value at one observation.</summary>
/// <param name="parameters">Parameters.</param>
/// <param name="x">Predictors of the observation.</param>
public delegate DoubleDouble PreciseCurveModel(ReadOnlySpan<DoubleDouble> parameters, ReadOnlySpan<DoubleDouble> x);
