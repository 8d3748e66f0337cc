namespace Voltloop.Quality.AssessCapability;

/// <summary>Capability of a process.</summary>
/// <param name="Characteristic">What was measured.</param>
/// <param name="Values">Number of values.</param>
/// <param name="Mean">Mean, unit of the values.</param>
/// <param name="SigmaWithin">Standard deviation within subgroups, or by the moving range.</param>
/// <param name="SigmaOverall">Standard deviation of all values.</param>
internal sealed record CapabilityResource(string Characteristic, int Values, double Mean, double SigmaWithin, double SigmaOverall)
{
    /// <summary>Indices.</summary>
    public required IReadOnlyList<IndexResource> Indices { get; init; }

    /// <summary>Limits that it was judged by.</summary>
    public required CapabilityRequest Limits { get; init; }

    /// <summary>Whether values look normal, and by which test.</summary>
    public required string Shape { get; init; }

    /// <summary>Share of values outside the limits, parts per million, as a normal process makes them.</summary>
    public double ExpectedPpm { get; init; }

    /// <summary>Values outside the limits.</summary>
    public int Outside { get; init; }

    /// <summary>Factor of the tolerance interval that holds 99 % of the population with 95 % confidence, standard deviations.</summary>
    public double ToleranceFactor { get; init; }

    /// <summary>Ends of that interval, unit of the values.</summary>
    public required IReadOnlyList<double> ToleranceInterval { get; init; }

    /// <summary>What the error of the gauge hides; absent when none was given.</summary>
    public TrueCapability? WithoutGauge { get; init; }

    /// <summary>Counts of values in classes of equal width, for the picture.</summary>
    public required IReadOnlyList<int> Histogram { get; init; }

    /// <summary>Lower end of the first class and upper end of the last.</summary>
    public required IReadOnlyList<double> HistogramRange { get; init; }

    /// <summary>What the reader should know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
