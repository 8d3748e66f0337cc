using Voltloop.Core.Provenance;
using Voltloop.Kernels.Distributions;

namespace Voltloop.Health.Model;

/// <summary>How far the state of certified energy that vehicles show lies above what was measured of them.</summary>
/// <param name="Vehicles">Vehicles tested.</param>
/// <param name="MeanError">Mean of shown minus measured, percentage points; above 0 when they show too much.</param>
/// <param name="Deviation">Standard deviation between vehicles, points.</param>
/// <param name="ErrorInterval">95 % interval of the mean error, points.</param>
/// <param name="Verdict">accurate, too-high or undecided.</param>
internal sealed record MonitorCheck(int Vehicles, double MeanError, double Deviation, Interval ErrorInterval, string Verdict)
{
    /// <summary>Fewest vehicles.</summary>
    public const int Fewest = 3;

    /// <summary>Most a monitor may show too much, percentage points, unless told otherwise.</summary>
    public const double UsualTolerance = 5;

    private const double Level = 0.95;

    /// <summary>Method with reference and validity.</summary>
    public static readonly Evidence Method = new(
        "soce.monitor-error-of-a-sample",
        "After UN GTR 22, Part A (in-use verification of monitors): x = shown minus measured of each vehicle, their mean X and standard deviation s. Here: X with the interval of Student's t against the tolerance",
        "Vehicles drawn at random from one family; errors about normal. The text of the regulation was not at hand: its sequential table of factors by sample size, its largest sample and its tolerance were not checked and are not applied, so this is no verdict of the regulation.");

    /// <summary>Checks a sample.</summary>
    /// <param name="shown">State of certified energy that each vehicle shows, %.</param>
    /// <param name="measured">What was measured of it, %; as many as shown, at least three.</param>
    /// <param name="tolerance">Most a monitor may show too much, percentage points.</param>
    public static MonitorCheck Of(IReadOnlyList<double> shown, IReadOnlyList<double> measured, double tolerance)
    {
        double[] errors = [.. shown.Zip(measured, (one, other) => one - other)];
        var mean = errors.Average();
        var deviation = Math.Sqrt(errors.Sum(error => (error - mean) * (error - mean)) / (errors.Length - 1));
        var half = StudentT.Quantile((1 + Level) / 2, errors.Length - 1) * deviation / Math.Sqrt(errors.Length);
        var interval = new Interval(mean - half, mean + half, Level);
        return new MonitorCheck(errors.Length, mean, deviation, interval, interval.Upper <= tolerance ? "accurate" : interval.Lower > tolerance ? "too-high" : "undecided");
    }
}
