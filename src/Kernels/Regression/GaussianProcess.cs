using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>
/// Gaussian process with a squared exponential kernel, an optional linear part and noise; variances and lengths maximise the
/// marginal likelihood (Rasmussen and Williams, Gaussian Processes for Machine Learning, 2 and 5). Features should be standardized.
/// </summary>
public sealed class GaussianProcess : ILeavesGroupsOut
{
    private readonly Matrix _features;
    private readonly GaussianKernel _kernel;
    private readonly Cholesky _factor;
    private readonly double[] _weights;
    private readonly (double Mean, double Scale) _target;

    private GaussianProcess(Matrix features, GaussianKernel kernel, double[] target)
    {
        (_features, _kernel, _target) = (features, kernel, Moments(target));
        _factor = kernel.Factor(features);
        _weights = _factor.Solve(Array.ConvertAll(target, value => (value - _target.Mean) / _target.Scale));
    }

    /// <summary>A way of fitting with these settings.</summary>
    public static Fit Of(GaussianProcessSettings settings) => (features, target) => Train(features, target, settings);

    /// <summary>Fits.</summary>
    public static GaussianProcess Train(Matrix features, double[] target, GaussianProcessSettings settings)
    {
        var (some, values) = Thinned(features, target, settings.MostForSearch);
        var (mean, scale) = Moments(values);
        var search = new GaussianSearch(some, Array.ConvertAll(values, value => (value - mean) / scale), settings);
        return new GaussianProcess(features, search.Best(), target);
    }

    /// <summary>Standard deviation of the noise, in the unit of the target.</summary>
    public double Noise => Math.Sqrt(_kernel.Noise) * _target.Scale;

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => _target.Mean + (_target.Scale * Dot.Of(_kernel.Across(_features, row), _weights));

    /// <summary>Standard deviation of a new observation at a row, noise included.</summary>
    public double Deviation(ReadOnlySpan<double> row)
    {
        var explained = _factor.SolveLower(_kernel.Across(_features, row));
        return _target.Scale * Math.Sqrt(Math.Max(0, _kernel.At(row, row) + _kernel.Noise - Dot.Of(explained, explained)));
    }

    /// <summary>Prediction of each case from all others with the same lengths and variances, and its standard deviation (Rasmussen and Williams 5.4.2).</summary>
    public (double Mean, double Deviation)[] LeaveOneOut(double[] target)
    {
        var inverse = _factor.Inverse();
        return [.. target.Select((value, i) => (
            value - (_target.Scale * _weights[i] / inverse[i, i]), _target.Scale / Math.Sqrt(inverse[i, i])))];
    }

    /// <inheritdoc/>
    public double[] LeaveGroupsOut(double[] target, int[] groups)
    {
        var inverse = _factor.Inverse();
        return [.. target.Zip(GroupBlocks.Solve(groups, _weights, (i, j) => inverse[i, j]), (value, error) => value - _target.Scale * error)];
    }

    private static (double Mean, double Scale) Moments(double[] target)
    {
        var mean = target.Average();
        var scale = Math.Sqrt(target.Average(value => (value - mean) * (value - mean)));
        return (mean, scale > 0 ? scale : 1);
    }

    private static (Matrix Features, double[] Target) Thinned(Matrix features, double[] target, int most)
    {
        if (target.Length <= most) return (features, target);
        int[] rows = [.. Enumerable.Range(0, most).Select(i => (int)((long)i * target.Length / most))];
        return (features.TakeRows(rows), Array.ConvertAll(rows, i => target[i]));
    }
}
