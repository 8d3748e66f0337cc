using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Kernels.Regression;

/// <summary>A regression on features brought to mean 0 and standard deviation 1 (of the population); a constant feature becomes 0.</summary>
public sealed class Standardized : ILeavesGroupsOut
{
    private readonly double[] _means;
    private readonly double[] _scales;
    private readonly IRegression _inner;

    private Standardized(double[] means, double[] scales, IRegression inner) => (_means, _scales, _inner) = (means, scales, inner);

    /// <summary>The same way of fitting on standardized features.</summary>
    public static Fit Of(Fit fit) => (features, target) =>
    {
        var (means, scales) = Moments(features);
        var scaled = new Matrix(features.Rows, features.Columns);
        for (var i = 0; i < features.Rows; i++) Scale(features.Row(i), means, scales, scaled.Row(i));
        return new Standardized(means, scales, fit(scaled, target));
    };

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(row.Length, _means.Length);
        Span<double> scaled = row.Length <= 256 ? stackalloc double[row.Length] : new double[row.Length];
        Scale(row, _means, _scales, scaled);
        return _inner.Predict(scaled);
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The regression inside cannot tell.</exception>
    public double[] LeaveGroupsOut(double[] target, int[] groups) =>
        _inner is ILeavesGroupsOut inner ? inner.LeaveGroupsOut(target, groups) : throw new NotSupportedException("This regression cannot leave groups out of its own fit.");

    private static (double[] Means, double[] Scales) Moments(Matrix features)
    {
        var (means, scales) = (new double[features.Columns], new double[features.Columns]);
        for (var j = 0; j < means.Length; j++)
        {
            var column = features.Column(j);
            means[j] = column.Average();
            var deviation = Math.Sqrt(column.Average(value => (value - means[j]) * (value - means[j])));
            scales[j] = deviation > 1e-12 * Math.Abs(means[j]) ? 1 / deviation : 0;
        }

        return (means, scales);
    }

    private static void Scale(ReadOnlySpan<double> row, double[] means, double[] scales, Span<double> scaled)
    {
        for (var j = 0; j < scaled.Length; j++) scaled[j] = (row[j] - means[j]) * scales[j];
    }
}
