namespace Voltloop.Kernels.Conformal;

/// <summary>Predicted quantiles widened (or narrowed) until they hold the level (Romano, Patterson and Candès, NeurIPS 2019).</summary>
public sealed class ConformalizedQuantiles
{
    private ConformalizedQuantiles(double widening) => Widening = widening;

    /// <summary>What is added to both ends; negative when the predicted quantiles lie too far apart.</summary>
    public double Widening { get; }

    /// <summary>Learns from cases that the quantiles were not fitted on.</summary>
    /// <param name="predicted">Predicted lower and upper quantile of each case.</param>
    /// <param name="target">What was observed.</param>
    /// <param name="level">Coverage asked for.</param>
    public static ConformalizedQuantiles Of(IReadOnlyList<Bounds> predicted, IReadOnlyList<double> target, double level) =>
        new(ConformalQuantile.Upper(predicted.Zip(target, (bounds, value) => Math.Max(bounds.Lower - value, value - bounds.Upper)), level));

    /// <summary>The interval of a new case.</summary>
    public Bounds Around(Bounds predicted) => new(predicted.Lower - Widening, predicted.Upper + Widening);
}
