using Voltloop.Kernels.Distributions;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.CausalStructure;

/// <summary>Partial correlations from a matrix of correlations, tested by Fisher's z (Anderson, An Introduction to Multivariate Statistical Analysis, 4.3).</summary>
/// <param name="correlations">Correlations, ones on the diagonal.</param>
/// <param name="rows">Rows behind them.</param>
public sealed class PartialCorrelation(Matrix correlations, int rows)
{
    // What conditioning leaves of a variance below this is rounding: the variable is determined by the others.
    private const double Determined = 1e-9;

    /// <summary>Number of variables.</summary>
    public int Variables => correlations.Rows;

    /// <summary>The partial correlation of two variables given others; NaN when one is determined by them.</summary>
    public double Of(int x, int y, ReadOnlySpan<int> given) => given.Length switch
    {
        0 => correlations[x, y],
        1 => Given(correlations[x, y], correlations[x, given[0]], correlations[y, given[0]]),
        _ => Swept(x, y, given),
    };

    /// <summary>Probability of a partial correlation at least as large, when there is none.</summary>
    public double Probability(double correlation, int given)
    {
        var degrees = rows - given - 3;
        if (degrees <= 0) return 1;
        var z = Math.Atanh(Math.Min(Math.Abs(correlation), 1 - 1e-15)) * Math.Sqrt(degrees);
        return 2 * Normal.Upper(z);
    }

    /// <summary>Interval of a partial correlation.</summary>
    /// <param name="correlation">As found.</param>
    /// <param name="given">Variables conditioned on.</param>
    /// <param name="level">Coverage, such as 0.95.</param>
    public (double Low, double High) Interval(double correlation, int given, double level)
    {
        var half = Normal.UpperQuantile((1 - level) / 2) / Math.Sqrt(Math.Max(1, rows - given - 3));
        var z = Math.Atanh(Math.Clamp(correlation, -1 + 1e-15, 1 - 1e-15));
        return (Math.Tanh(z - half), Math.Tanh(z + half));
    }

    private static double Given(double xy, double xz, double yz)
    {
        var (left, right) = (1 - (xz * xz), 1 - (yz * yz));
        return left < Determined || right < Determined ? double.NaN : Math.Clamp((xy - (xz * yz)) / Math.Sqrt(left * right), -1, 1);
    }

    // The conditioning variables first, then both: what elimination leaves of the last two rows is their partial covariance.
    private double Swept(int x, int y, ReadOnlySpan<int> given)
    {
        var size = given.Length + 2;
        Span<int> all = stackalloc int[size];
        given.CopyTo(all);
        (all[^2], all[^1]) = (x, y);
        Span<double> work = stackalloc double[size * size];
        for (var i = 0; i < size; i++) for (var j = 0; j < size; j++) work[(i * size) + j] = correlations[all[i], all[j]];
        for (var k = 0; k < given.Length; k++)
        {
            var pivot = work[(k * size) + k];
            if (pivot < Determined) return double.NaN;
            for (var i = k + 1; i < size; i++)
            {
                var factor = work[(i * size) + k] / pivot;
                for (var j = k; j < size; j++) work[(i * size) + j] -= factor * work[(k * size) + j];
            }
        }

        var (xx, yy) = (work[^(size + 2)], work[^1]);
        return xx < Determined || yy < Determined ? double.NaN : Math.Clamp(work[^2] / Math.Sqrt(xx * yy), -1, 1);
    }
}
