using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>Finds the kernel with the largest marginal likelihood, over the logarithms of variances and lengths.</summary>
internal sealed class GaussianSearch(Matrix features, double[] target, GaussianProcessSettings settings)
{
    private const int Steps = 60;
    private const double Bound = 11.5;
    private const double BoundWeight = 10;

    private readonly int _fixed = settings.Linear ? 3 : 2;
    private readonly (Matrix Squares, Matrix Inner) _pairs = Pairs(features);
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
        if (Cholesky.TryOf(Covariance(kernel)) is not { } factor) return double.PositiveInfinity;
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

    // All sums over pairs of cases in one pass.
    private void AddSlopes(GaussianKernel kernel, Matrix inverse, double[] weights, double[] gradient)
    {
        for (var a = 0; a < target.Length; a++)
        {
            for (var b = 0; b <= a; b++)
            {
                var pull = -0.5 * ((weights[a] * weights[b]) - inverse[a, b]) * (a == b ? 1 : 2);
                var (smooth, linear) = (Smooth(kernel, a, b), kernel.Slope * _pairs.Inner[a, b]);
                gradient[0] += pull * smooth;
                if (a == b) gradient[1] += pull * kernel.Noise;
                if (settings.Linear) gradient[2] += pull * linear;
                AddLengths(gradient, pull * smooth, kernel, (a, b));
            }
        }
    }

    private void AddLengths(double[] gradient, double pull, GaussianKernel kernel, (int A, int B) pair)
    {
        if (!settings.PerFeature)
        {
            gradient[_fixed] += pull * _pairs.Squares[pair.A, pair.B] * kernel.InverseLengths[0] * kernel.InverseLengths[0];
            return;
        }

        var (left, right) = (pair.A, pair.B);
        for (var j = 0; j < features.Columns; j++)
        {
            var step = (features[left, j] - features[right, j]) * kernel.InverseLengths[j];
            gradient[_fixed + j] += pull * step * step;
        }
    }

    private Matrix Covariance(GaussianKernel kernel)
    {
        var covariance = new Matrix(target.Length, target.Length);
        for (var a = 0; a < target.Length; a++)
        {
            for (var b = 0; b <= a; b++) covariance[a, b] = Smooth(kernel, a, b) + (kernel.Slope * _pairs.Inner[a, b]);
            covariance[a, a] += kernel.Noise + GaussianKernel.Jitter;
        }

        return covariance;
    }

    private double Smooth(GaussianKernel kernel, int a, int b)
    {
        if (settings.PerFeature) return kernel.At(features.Row(a), features.Row(b)) - (kernel.Slope * _pairs.Inner[a, b]);
        return kernel.Amplitude * Math.Exp(-_pairs.Squares[a, b] * kernel.InverseLengths[0] * kernel.InverseLengths[0] / 2);
    }

    // Distances and inner products do not change while the search goes on.
    private static (Matrix Squares, Matrix Inner) Pairs(Matrix features)
    {
        var (squares, inner) = (new Matrix(features.Rows, features.Rows), new Matrix(features.Rows, features.Rows));
        for (var a = 0; a < features.Rows; a++)
        {
            for (var b = 0; b <= a; b++) (squares[a, b], inner[a, b]) = (Dot.SquaredDistance(features.Row(a), features.Row(b)), Dot.Of(features.Row(a), features.Row(b)));
        }

        return (squares, inner);
    }
}
