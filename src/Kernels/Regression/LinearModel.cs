using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Intercept plus the inner product of coefficients and features.</summary>
/// <param name="intercept">Prediction where all features are zero.</param>
/// <param name="coefficients">One per feature.</param>
public sealed class LinearModel(double intercept, double[] coefficients) : IRegression
{
    /// <summary>Prediction where all features are zero.</summary>
    public double Intercept { get; } = intercept;

    /// <summary>One per feature.</summary>
    public IReadOnlyList<double> Coefficients => coefficients;

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => Intercept + Dot.Of(coefficients, row);
}
