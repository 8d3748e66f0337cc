using Voltloop.Core.Provenance;
using Voltloop.Kernels.Conformal;
using Distribution = Voltloop.Kernels.Distributions.Normal;

namespace Voltloop.Health.Model.Grading;

/// <summary>State of health from a reading.</summary>
/// <param name="Health">Estimate, %.</param>
/// <param name="Interval">Its interval, %.</param>
/// <param name="Level">Coverage of the interval.</param>
/// <param name="Likely">States of health that are equally likely, %: the estimate with each error seen on reference cells.</param>
internal sealed record HealthEstimate(double Health, Bounds Interval, double Level, double[] Likely)
{
    private const int Parts = 400;

    /// <summary>An estimate whose interval is that of a normal distribution.</summary>
    public static HealthEstimate Normal(double health, Interval interval)
    {
        var deviation = (interval.Upper - interval.Lower) / 2 / Distribution.UpperQuantile((1 - interval.Level) / 2);
        double[] likely = [.. Enumerable.Range(0, Parts).Select(i => health + (deviation * Distribution.UpperQuantile((i + 0.5) / Parts)))];
        return new HealthEstimate(health, new Bounds(interval.Lower, interval.Upper), interval.Level, likely);
    }
}
