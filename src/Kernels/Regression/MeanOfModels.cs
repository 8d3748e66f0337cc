namespace Voltloop.Kernels.Regression;

/// <summary>The mean of several regressions on the same features.</summary>
public sealed class MeanOfModels(IReadOnlyList<IRegression> models) : IRegression
{
    /// <summary>A way of fitting several ways and taking their mean.</summary>
    public static Fit Of(params Fit[] fits) => (features, target) => new MeanOfModels([.. fits.Select(fit => fit(features, target))]);

    /// <inheritdoc/>
    public double Predict(ReadOnlySpan<double> row)
    {
        var sum = 0.0;
        foreach (var model in models) sum += model.Predict(row);
        return sum / models.Count;
    }
}
