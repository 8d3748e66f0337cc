using Voltloop.Kernels.Conformal;

namespace Voltloop.Health.Model.Grading;

/// <summary>State of health from a reading.</summary>
/// <param name="Health">Estimate, %.</param>
/// <param name="Interval">Its interval, %.</param>
/// <param name="Level">Coverage of the interval.</param>
/// <param name="Likely">States of health that are equally likely, %: the estimate with each error seen on reference cells.</param>
internal sealed record HealthEstimate(double Health, Bounds Interval, double Level, double[] Likely);
