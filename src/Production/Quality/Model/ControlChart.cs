namespace Voltloop.Quality.Model;

/// <summary>A chart, drawn and judged.</summary>
/// <param name="Settings">How.</param>
/// <param name="Points">Points in the order of samples.</param>
internal sealed record ControlChart(ChartSettings Settings, IReadOnlyList<ChartPoint> Points)
{
    /// <summary>Phases with what was estimated in each.</summary>
    public required IReadOnlyList<(ChartPhase Phase, ChartBaseline Baseline)> Phases { get; init; }

    /// <summary>What the reader should know: what was left out, what is doubtful.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>Points out of control.</summary>
    public IEnumerable<ChartPoint> Out => Points.Where(point => point.IsOut);
}
