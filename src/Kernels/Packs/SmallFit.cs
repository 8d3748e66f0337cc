namespace Voltloop.Kernels.Packs;

/// <summary>Least squares of a few unknowns from sums, with the variance of each unknown per unit variance of the noise.</summary>
public sealed class SmallFit
{
    // Keeps a regressor that does not vary out of the fit: its variance becomes huge instead of its value wild.
    private const double Ridge = 1e-9;
    private readonly double[,] _normal;
    private readonly double[] _right;
    private double _squares;

    /// <summary>An empty fit.</summary>
    public SmallFit(int unknowns) => (_normal, _right) = (new double[unknowns, unknowns], new double[unknowns]);

    /// <summary>Observations taken in.</summary>
    public int Count { get; private set; }

    /// <summary>Takes one observation in; a missing one is left out.</summary>
    public void Add(ReadOnlySpan<double> regressors, double value)
    {
        if (!double.IsFinite(value)) return;
        for (var i = 0; i < _right.Length; i++)
        {
            _right[i] += regressors[i] * value;
            for (var j = 0; j < _right.Length; j++) _normal[i, j] += regressors[i] * regressors[j];
        }

        _squares += value * value;
        Count++;
    }

    /// <summary>Values of the unknowns, their variance per unit variance of the noise, and the variance of the residuals; <c>null</c> with too few observations.</summary>
    public (double[] Value, double[] Variance, double Residual)? Solve()
    {
        var n = _right.Length;
        if (Count <= n) return null;
        var inverse = Invert(Scaled(out var scale));
        if (inverse is null) return null;
        var (value, variance, explained) = (new double[n], new double[n], 0.0);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) value[i] += inverse[i, j] * scale[i] * scale[j] * _right[j];
            variance[i] = inverse[i, i] * scale[i] * scale[i];
            explained += value[i] * _right[i];
        }

        return (value, variance, Math.Max(0, _squares - explained) / (Count - n));
    }

    private double[,] Scaled(out double[] scale)
    {
        var n = _right.Length;
        scale = new double[n];
        for (var i = 0; i < n; i++) scale[i] = _normal[i, i] > 0 ? 1 / Math.Sqrt(_normal[i, i]) : 0;
        var scaled = new double[n, n];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++) scaled[i, j] = _normal[i, j] * scale[i] * scale[j];
            scaled[i, i] = (scale[i] > 0 ? scaled[i, i] : 1) + Ridge;
        }

        return scaled;
    }

    // Gauss and Jordan without pivoting: the matrix is positive definite.
    private static double[,]? Invert(double[,] a)
    {
        var n = a.GetLength(0);
        var inverse = new double[n, n];
        for (var i = 0; i < n; i++) inverse[i, i] = 1;
        for (var k = 0; k < n; k++)
        {
            var pivot = a[k, k];
            if (!(pivot > 0)) return null;
            for (var j = 0; j < n; j++) (a[k, j], inverse[k, j]) = (a[k, j] / pivot, inverse[k, j] / pivot);
            for (var i = 0; i < n; i++)
            {
                var factor = a[i, k];
                if (i == k || factor == 0) continue;
                for (var j = 0; j < n; j++) (a[i, j], inverse[i, j]) = (a[i, j] - factor * a[k, j], inverse[i, j] - factor * inverse[k, j]);
            }
        }

        return inverse;
    }
}
