namespace Voltloop.Quality.WalkGenealogy;

/// <summary>A thing at a machine.</summary>
/// <param name="Machine">Read point of the event.</param>
/// <param name="At">When the event was told (UTC).</param>
internal sealed record MachineVisit(string Machine, DateTimeOffset At)
{
    /// <summary>Shift of operators; <c>null</c> when not said.</summary>
    public string? Shift { get; init; }

    /// <summary>Crew; <c>null</c> when not said.</summary>
    public string? Crew { get; init; }

    /// <summary>Which metres ran when, in the order of metres.</summary>
    public IReadOnlyList<(double FromMetre, double ToMetre, DateTimeOffset Start, DateTimeOffset End)> Run { get; init; } = [];

    /// <summary>When some metres of the thing ran; the time of the event when nobody knows.</summary>
    public IEnumerable<DateTimeOffset> When((double From, double To)? metres)
    {
        if (metres is not { } of || Run.Count == 0) return [At];
        return [MomentOf(of.From), MomentOf(of.To)];
    }

    private DateTimeOffset MomentOf(double metre)
    {
        foreach (var (from, to, start, end) in Run)
        {
            if (metre < to || (from, to) == (Run[^1].FromMetre, Run[^1].ToMetre)) return start + ((end - start) * Math.Clamp((metre - from) / Math.Max(1e-9, to - from), 0, 1));
        }

        return At;
    }
}
