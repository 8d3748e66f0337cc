using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Covariance between cases: squared exponential, linear part, noise.</summary>
/// <param name="Amplitude">Variance of the squared exponential part.</param>
/// <param name="Noise">Variance of the noise.</param>
/// <param name="Slope">Variance of the linear part; 0 for none.</param>
/// <param name="InverseLengths">One over the length of each feature.</param>
internal sealed record GaussianKernel(double Amplitude, double Noise, double Slope, double[] InverseLengths)
{
    /// <summary>Added to the diagonal so that equal cases do not make it singular.</summary>
    public const double Jitter = 1e-10;

    /// <summary>Covariance of two rows without noise.</summary>
    public double At(ReadOnlySpan<double> a, ReadOnlySpan<double> b)
    {
        var distance = 0.0;
        for (var j = 0; j < a.Length; j++)
        {
            var step = (a[j] - b[j]) * InverseLengths[j];
            distance += step * step;
        }

        return (Amplitude * Math.Exp(-distance / 2)) + (Slope > 0 ? Slope * Dot.Of(a, b) : 0);
    }

    /// <summary>Covariances of all cases with one row.</summary>
    public double[] Across(Matrix features, ReadOnlySpan<double> row)
    {
        var values = new double[features.Rows];
        for (var i = 0; i < values.Length; i++) values[i] = At(features.Row(i), row);
        return values;
    }

    /// <summary>The factor of the covariance of all cases, noise included.</summary>
    public Cholesky Factor(Matrix features)
    {
        for (var jitter = Jitter; jitter < 1; jitter *= 100)
        {
            if (Cholesky.TryOf(Covariance(features, jitter)) is { } factor) return factor;
        }

        throw new ArgumentException("The covariance of the cases is not positive definite; are there values that are not numbers?", nameof(features));
    }

    /// <summary>The covariance of all cases, noise included; the lower half.</summary>
    private Matrix Covariance(Matrix features, double jitter)
    {
        var covariance = new Matrix(features.Rows, features.Rows);
        for (var i = 0; i < features.Rows; i++)
        {
            for (var j = 0; j <= i; j++) covariance[i, j] = At(features.Row(i), features.Row(j));
            covariance[i, i] += Noise + jitter;
        }

        return covariance;
    }
}
