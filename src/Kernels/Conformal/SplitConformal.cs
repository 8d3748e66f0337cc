namespace Voltloop.Kernels.Conformal;

/// <summary>
/// Intervals from the errors of cases that were left out of the fit (Lei et al., J. Am. Stat. Assoc. 113, 2018): they hold a new
/// case with at least the level when it is exchangeable with them. Errors may be measured in a size of their own per case.
/// </summary>
public sealed class SplitConformal
{
    private SplitConformal(double reach) => Reach = reach;

    /// <summary>How far the interval reaches to each side, in sizes.</summary>
    public double Reach { get; }

    /// <summary>Learns from errors.</summary>
    public static SplitConformal Of(IEnumerable<double> errors, double level) => new(ConformalQuantile.Upper(errors.Select(error => Math.Abs(error)), level));

    /// <summary>Learns from errors over the size expected of each.</summary>
    public static SplitConformal Of(IEnumerable<double> errors, IEnumerable<double> sizes, double level) =>
        Of(errors.Zip(sizes, (error, size) => error / size), level);

    /// <summary>The interval around a prediction whose error is expected to have a size.</summary>
    public Bounds Around(double prediction, double size = 1) => new(prediction - (Reach * size), prediction + (Reach * size));
}
