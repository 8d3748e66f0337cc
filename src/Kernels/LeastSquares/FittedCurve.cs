namespace Voltloop.Kernels.LeastSquares;

/// <summary>Outcome of a fit of a curve.</summary>
/// <param name="Parameters">Best parameters.</param>
/// <param name="Errors">Their standard errors, by the slopes at the solution.</param>
/// <param name="ResidualSquares">Sum of squared residuals.</param>
/// <param name="Degrees">Observations less parameters.</param>
public sealed record FittedCurve(double[] Parameters, double[] Errors, double ResidualSquares, int Degrees)
{
    /// <summary>Residual standard deviation.</summary>
    public double Deviation => Math.Sqrt(ResidualSquares / Degrees);

    /// <summary>False when the steps did not become small.</summary>
    public bool Converged { get; init; }
}
