namespace Voltloop.Record.Events;

/// <summary>Whether an actor may see events, asked about many of them at one moment: what was decided once is not asked again.</summary>
/// <param name="inner">The events, unfiltered.</param>
/// <param name="visible">The decision.</param>
public sealed class EventGlance(IEventReader inner, EventVisibility visible)
{
    private readonly Dictionary<long, bool> _seen = [];

    /// <summary>Whether every event may be seen.</summary>
    public bool SeesAll { get; } = visible.SeesAll;

    /// <summary>Whether the event of a number may be seen.</summary>
    public async ValueTask<bool> MaySeeAsync(long number, CancellationToken cancellation = default)
    {
        if (SeesAll) return true;
        if (_seen.TryGetValue(number, out var known)) return known;
        return _seen[number] = await inner.FindAsync(number, cancellation) is { } found && await visible.MaySeeAsync(found, cancellation);
    }
}
