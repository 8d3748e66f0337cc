using Voltloop.Health.Model;

namespace Voltloop.Health.ShowCycles;

/// <summary>The cycles of a battery.</summary>
/// <param name="SeriesId">Series that they come from; absent when there is none.</param>
/// <param name="Cycles">Cycles in order.</param>
internal sealed record CyclesResource(string? SeriesId, IReadOnlyList<CycleRow> Cycles)
{
    /// <summary>An empty list.</summary>
    public static readonly CyclesResource None = new(null, []);

    /// <summary>Where the first cycle of the page stands.</summary>
    public int From { get; init; }

    /// <summary>All cycles of the series.</summary>
    public int Total { get; init; }
}
