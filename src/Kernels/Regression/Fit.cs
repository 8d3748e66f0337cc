using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>A way of fitting: features with one row per case, and the target of each case.</summary>
/// <param name="features">Features, one row per case.</param>
/// <param name="target">Targets, one per case.</param>
public delegate IRegression Fit(Matrix features, double[] target);
