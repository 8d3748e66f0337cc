namespace Voltloop.Quality.StudyGauge;

/// <summary>A measurement or judgement of a study.</summary>
/// <param name="Part">Part.</param>
/// <param name="Appraiser">Who.</param>
internal sealed record GaugeRow(string Part, string Appraiser)
{
    /// <summary>What was measured; NaN when missing.</summary>
    public double Value { get; init; } = double.NaN;

    /// <summary>What was judged; <c>null</c> when it was measured.</summary>
    public string? Judgement { get; init; }

    /// <summary>What is right.</summary>
    public string? Reference { get; init; }
}
