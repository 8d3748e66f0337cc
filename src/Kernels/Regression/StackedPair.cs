namespace Voltloop.Kernels.Regression;

/// <summary>
/// Two regressions on the same features, mixed by the share with which they best predict groups of cases left out of the fit
/// (stacked regressions: Wolpert, Neural Networks 5, 1992; Breiman, Machine Learning 24, 1996). Only the cases fitted on have a say.
/// </summary>
public sealed class StackedPair : IRegression
{
    private readonly IRegression _first;
    private readonly IRegression _second;

    private StackedPair(IRegression first, IRegression second, double share) => (_first, _second, Share) = (first, second, share);

    /// <summary>Share of the second regression, 0 to 1.</summary>
    public double Share { get; }

    /// <summary>A way of fitting both; each must be able to leave groups out of its own fit.</summary>
    public static GroupedFit Of(Fit first, Fit second) => groups => (features, target) =>
    {
        var (a, b) = (first(features, target), second(features, target));
        return new StackedPair(a, b, Best(LeftOut(a, target, groups), LeftOut(b, target, groups), target));
    };

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row) => (1 - Share) * _first.Predict(row) + Share * _second.Predict(row);

    private static double[] LeftOut(IRegression model, double[] target, int[] groups) =>
        model is ILeavesGroupsOut one ? one.LeaveGroupsOut(target, groups) : throw new NotSupportedException("This regression cannot leave groups out of its own fit.");

    // Least squares for the share, cut to 0 and 1; even where both predict the same.
    private static double Best(double[] first, double[] second, double[] target)
    {
        var (product, square) = (0.0, 0.0);
        for (var i = 0; i < target.Length; i++)
        {
            var step = second[i] - first[i];
            (product, square) = (product + step * (target[i] - first[i]), square + step * step);
        }

        return square > 0 ? Math.Clamp(product / square, 0, 1) : 0.5;
    }
}
