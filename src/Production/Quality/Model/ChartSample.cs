using Voltloop.Kernels.ControlCharts;

namespace Voltloop.Quality.Model;

/// <summary>What was taken at one moment: measured values, or a count over a size.</summary>
/// <param name="Label">Name of the sample: a number, a time, a lot.</param>
/// <param name="Values">Measured values; none when it was counted. NaN is missing.</param>
internal sealed record ChartSample(string Label, IReadOnlyList<double> Values)
{
    /// <summary>When, where it is known (UTC).</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>Count of nonconforming items or of nonconformities.</summary>
    public double Count { get; init; } = double.NaN;

    /// <summary>Items or units that were looked at; 1 when nothing is said.</summary>
    public double Units { get; init; } = 1;

    /// <summary>Product, for short runs.</summary>
    public string? Part { get; init; }

    /// <summary>Values that are there.</summary>
    public double[] Known => [.. Values.Where(double.IsFinite)];

    /// <summary>A counted sample.</summary>
    public static ChartSample Counted(string label, double count, double units) => new(label, []) { Count = count, Units = units };

    /// <summary>Mean of what is there; NaN when nothing is.</summary>
    public double Mean => Known is { Length: > 0 } known ? Subgroup.Mean(known) : double.NaN;
}
