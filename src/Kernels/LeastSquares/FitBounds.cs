namespace Voltloop.Kernels.LeastSquares;

/// <summary>Bounds of parameters, inclusive; infinite where there is none.</summary>
/// <param name="Lower">Smallest values.</param>
/// <param name="Upper">Largest values.</param>
public sealed record FitBounds(double[] Lower, double[] Upper)
{
    /// <summary>No bounds at all.</summary>
    public static FitBounds None(int count) =>
        new([.. Enumerable.Repeat(double.NegativeInfinity, count)], [.. Enumerable.Repeat(double.PositiveInfinity, count)]);
}
