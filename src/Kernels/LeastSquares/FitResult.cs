namespace Voltloop.Kernels.LeastSquares;

/// <summary>Outcome of a fit.</summary>
/// <param name="Parameters">Best parameters.</param>
/// <param name="SumOfSquares">Sum of squared residuals there.</param>
/// <param name="Variance">
/// Variance of each parameter: diagonal of s²(JᵀJ)⁻¹ with s² = sum of squares / (residuals − parameters). Presumes
/// independent residuals; infinite for a parameter that the residuals do not depend on, 0 at a bound.
/// </param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Converged">False when the limit of steps ended the search.</param>
public sealed record FitResult(double[] Parameters, double SumOfSquares, double[] Variance, int Iterations, bool Converged);
