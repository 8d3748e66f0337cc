using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Finds the kernel with the largest marginal likelihood, over the logarithms of variances and lengths.</summary>
internal sealed class GaussianSearch(Matrix features, double[] target, GaussianProcessSettings settings)
{
    private const int Steps = 60;
    private const double Bound = 11.5;
    private const double BoundWeight = 10;

    private readonly int _fixed = settings.Linear ? 3 : 2;
    private readonly double _usualLength = Math.Log(Math.Max(1, Math.Sqrt(features.Columns)));

    /// <summary>The best kernel from all starts.</summary>
    public GaussianKernel Best()
    {
        var ends = settings.Starts.Select(start => QuasiNewton.Minimize(Evaluate, Start(start), Steps));
        return Kernel(ends.MinBy(end => end.Value).At);
    }

    private double[] Start(double length)
    {
        var start = new double[_fixed + (settings.PerFeature ? features.Columns : 1)];
        Array.Fill(start, _usualLength + Math.Log(length), _fixed, start.Length - _fixed);
        (start[0], start[1]) = (0, -2);
        if (settings.Linear) start[2] = Math.Log(1.0 / features.Columns);
        return start;
    }

    private GaussianKernel Kernel(double[] at) => new(
        Math.Exp(at[0]), Math.Exp(at[1]), settings.Linear ? Math.Exp(at[2]) : 0,
        [.. Enumerable.Range(0, features.Columns).Select(j => Math.Exp(-at[_fixed + (settings.PerFeature ? j : 0)]))]);

    // Negative logarithm of the marginal likelihood (5.8 and 5.9 of the book), with walls that keep the search finite.
    private double Evaluate(double[] at, double[] gradient)
    {
        Array.Clear(gradient);
        var walls = Walls(at, gradient) + Prior(at, gradient);
        var kernel = Kernel(at);
        if (Cholesky.TryOf(kernel.Covariance(features)) is not { } factor) return double.PositiveInfinity;
        var weights = factor.Solve(target);
        AddSlopes(kernel, factor.Inverse(), weights, gradient);
        return walls + (0.5 * (Dot.Of(target, weights) + factor.LogDeterminant + (target.Length * Math.Log(2 * Math.PI))));
    }

    private static double Walls(double[] at, double[] gradient)
    {
        var sum = 0.0;
        for (var k = 0; k < at.Length; k++)
        {
            var over = Math.Max(0, Math.Abs(at[k]) - Bound);
            sum += BoundWeight * over * over / 2;
            gradient[k] += BoundWeight * over * Math.Sign(at[k]);
        }

        return sum;
    }

    private double Prior(double[] at, double[] gradient)
    {
        if (settings.LengthPrior is not { } spread) return 0;
        var sum = 0.0;
        for (var k = _fixed; k < at.Length; k++)
        {
            var off = (at[k] - _usualLength) / spread;
            sum += off * off / 2;
            gradient[k] += off / spread;
        }

        return sum;
    }

    // Long because the sums over all pairs of cases are taken in one pass.
    private void AddSlopes(GaussianKernel kernel, Matrix inverse, double[] weights, double[] gradient)
    {
        for (var a = 0; a < target.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var pull = -0.5 * ((weights[a] * weights[b]) - inverse[a, b]) * (a == b ? 1 : 2);
                var left = features.Row(a);
                var right = features.Row(b);
                var linear = settings.Linear ? kernel.Slope * Dot.Of(left, right) : 0;
                var smooth = kernel.At(left, right) - linear;
                gradient[0] += pull * smooth;
                if (a == b) gradient[1] += pull * kernel.Noise;
                if (settings.Linear) gradient[2] += pull * linear;
                for (var j = 0; j < left.Length; j++)
                {
                    var step = (left[j] - right[j]) * kernel.InverseLengths[j];
                    gradient[_fixed + (settings.PerFeature ? j : 0)] += pull * smooth * step * step;
                }
            }
        }
    }
}
