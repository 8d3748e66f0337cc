namespace Voltloop.Record.Events;

/// <summary>Whether an actor may see events, asked about many of them at one moment: what was decided once is not asked again.</summary>
public sealed class EventGlance
{
    private readonly IEventReader _inner;
    private readonly EventVisibility _visible;
    private readonly EventSubjects _subjects;
    private readonly Dictionary<long, bool> _seen = [];

    internal EventGlance(IEventReader inner, EventVisibility visible, EventSubjects subjects) =>
        (_inner, _visible, _subjects, SeesAll, SeesNothing) = (inner, visible, subjects, visible.SeesAll, visible.SeesNothing);

    /// <summary>Whether every event may be seen.</summary>
    public bool SeesAll { get; }

    /// <summary>Whether no event may be seen.</summary>
    public bool SeesNothing { get; }

    /// <summary>Whether the event of a number may be seen.</summary>
    public async ValueTask<bool> MaySeeAsync(long number, CancellationToken cancellation = default)
    {
        if (SeesAll || SeesNothing) return SeesAll;
        if (_seen.TryGetValue(number, out var known)) return known;
        return _seen[number] = await SubjectAsync(number, cancellation) is { } subject && await _visible.MaySeeAsync(subject, cancellation);
    }

    private async ValueTask<EventSubject?> SubjectAsync(long number, CancellationToken cancellation)
    {
        if (_subjects.Find(number) is { } known) return known;
        return await _inner.FindAsync(number, cancellation) is { } found ? _subjects.Keep(number, EventVisibility.SubjectOf(found)) : null;
    }
}
