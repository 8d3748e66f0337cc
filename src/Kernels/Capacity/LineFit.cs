using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Capacity;

/// <summary>Least-squares line through a few points (Montgomery, Peck and Vining, Introduction to Linear Regression Analysis, 2.2 and 2.5).</summary>
public readonly record struct LineFit
{
    private readonly double _meanX;
    private readonly double _meanY;
    private readonly double _sxx;
    private readonly double _squares;
    private readonly int _count;

    private LineFit(double meanX, double meanY, double sxx, double slope, double squares, int count) =>
        (_meanX, _meanY, _sxx, Slope, _squares, _count) = (meanX, meanY, sxx, slope, squares, count);

    /// <summary>Change of y per unit of x.</summary>
    public double Slope { get; }

    /// <summary>Fits y over x; at least two different x.</summary>
    public static LineFit Of(ReadOnlySpan<double> x, ReadOnlySpan<double> y)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(y.Length, x.Length);
        ArgumentOutOfRangeException.ThrowIfLessThan(x.Length, 2);
        var (meanX, meanY) = (Mean(x), Mean(y));
        var (sxx, sxy, squares) = (0.0, 0.0, 0.0);
        for (var i = 0; i < x.Length; i++)
        {
            sxx += (x[i] - meanX) * (x[i] - meanX);
            sxy += (x[i] - meanX) * (y[i] - meanY);
        }

        var slope = sxy / sxx;
        for (var i = 0; i < x.Length; i++)
        {
            var residual = y[i] - meanY - slope * (x[i] - meanX);
            squares += residual * residual;
        }

        return new LineFit(meanX, meanY, sxx, slope, squares, x.Length);
    }

    /// <summary>The line at <paramref name="x"/>.</summary>
    public double At(double x) => _meanY + Slope * (x - _meanX);

    /// <summary>Half width of the t prediction interval of one more point at <paramref name="x"/>; at least three points, independent scatter.</summary>
    public double PredictionHalfWidth(double x, double level)
    {
        var variance = _squares / (_count - 2) * (1 + 1.0 / _count + (x - _meanX) * (x - _meanX) / _sxx);
        return StudentT.Quantile(0.5 + level / 2, _count - 2) * Math.Sqrt(variance);
    }

    private static double Mean(ReadOnlySpan<double> values)
    {
        var sum = 0.0;
        foreach (var value in values)
        {
            sum += value;
        }

        return sum / values.Length;
    }
}
