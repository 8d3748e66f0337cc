using Voltloop.Health.ShowCapacity;

namespace Voltloop.Health.ShowWindow;

/// <summary>A part of a series, thinned for a plot, in the shape that the chart element reads.</summary>
/// <param name="SeriesId">The series.</param>
/// <param name="X">Axis.</param>
/// <param name="Series">Channels.</param>
internal sealed record WindowResource(string SeriesId, WindowAxis X, IReadOnlyList<ChartSeries> Series)
{
    /// <summary>First value of the axis that was asked for.</summary>
    public required double From { get; init; }

    /// <summary>Last value that was asked for.</summary>
    public required double To { get; init; }

    /// <summary>First value of the axis of the whole series.</summary>
    public required double First { get; init; }

    /// <summary>Last value of the whole series.</summary>
    public required double Last { get; init; }

    /// <summary>Measured samples in the window.</summary>
    public required long Samples { get; init; }

    /// <summary>Samples of the whole series.</summary>
    public required long Total { get; init; }

    /// <summary>True when every sample of the window is here; else of each column of the plot the first, the last, and of each channel the smallest and the largest.</summary>
    public required bool Exact { get; init; }
}
