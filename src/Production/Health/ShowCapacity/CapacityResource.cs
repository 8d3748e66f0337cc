using Voltloop.Health.Model;
using Voltloop.Kernels.Capacity;

namespace Voltloop.Health.ShowCapacity;

/// <summary>Capacity per cycle with its estimate, in the shape that the chart element reads.</summary>
/// <param name="SeriesId">Series that the measured values come from; absent when there is none.</param>
/// <param name="ReferenceAh">Capacity in Ah that counts as 100 %; absent when unknown.</param>
/// <param name="X">Cycle counts.</param>
/// <param name="Series">Measured, estimate, interval and flagged values in Ah.</param>
/// <param name="Marks">Lines across the chart.</param>
internal sealed record CapacityResource(
    string? SeriesId, double? ReferenceAh, ChartAxis X, IReadOnlyList<ChartSeries> Series, IReadOnlyList<ChartMark> Marks)
{
    private const string Unit = "Ah";
    private const int Decimals = 6;
    private const double NearEnd = 0.9;

    /// <summary>An empty chart.</summary>
    public static readonly CapacityResource None = new(null, null, new ChartAxis("Cycle", []), [], []);

    /// <summary>Shows a trajectory.</summary>
    public static CapacityResource Of(string seriesId, double? reference, CapacityTrajectory trajectory) => new(
        seriesId,
        reference,
        new ChartAxis("Cycle", trajectory.Cycle),
        [
            new("Measured capacity", Unit, "points", Measured(trajectory, flagged: false)),
            new("Estimate", Unit, "line", Estimated(trajectory, estimate => estimate.Value)),
            new("Interval from", Unit, "band-lower", Estimated(trajectory, estimate => estimate.Lower)),
            new("Interval to", Unit, "band-upper", Estimated(trajectory, estimate => estimate.Upper)),
            new("Flagged", Unit, "flag", Measured(trajectory, flagged: true)),
        ],
        FindMarks(reference, trajectory));

    // The line at 80 % is shown when the cell comes near it; else it would squeeze the measured values into a corner.
    private static ChartMark[] FindMarks(double? reference, CapacityTrajectory trajectory)
    {
        var lowest = trajectory.Estimates.Where(estimate => estimate is not null).Min(estimate => estimate!.Value.Value);
        return reference is { } ah && lowest < NearEnd * ah ? [new ChartMark(Math.Round(0.8 * ah, Decimals), "80 % of rated")] : [];
    }

    private static double?[] Measured(CapacityTrajectory trajectory, bool flagged) =>
        [.. trajectory.Capacity.Select((value, i) => trajectory.Flags[i] != CapacityFlag.None == flagged ? Finite(value) : null)];

    private static double?[] Estimated(CapacityTrajectory trajectory, Func<CapacityEstimate, double> part) =>
        [.. trajectory.Estimates.Select(estimate => estimate is { } known ? Finite(Math.Round(part(known), Decimals)) : null)];

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
