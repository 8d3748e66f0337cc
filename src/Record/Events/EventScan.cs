namespace Voltloop.Record.Events;

/// <summary>Which events to read. Everything that is set must hold; the order is that of event times, then of recording.</summary>
public sealed record EventScan
{
    /// <summary>Most events of one read.</summary>
    public const int MaxLimit = 10_000;

    /// <summary>Most names that a read follows through the index at once; with more it goes by time.</summary>
    public const int MaxFollowed = 256;

    /// <summary>Names that must stand in certain fields: one of each group.</summary>
    public IReadOnlyList<EventNames> Names { get; init; } = [];

    /// <summary>Event types.</summary>
    public IReadOnlyList<string>? Types { get; init; }

    /// <summary>Actions.</summary>
    public IReadOnlyList<EventAction>? Actions { get; init; }

    /// <summary>Business steps, canonical.</summary>
    public IReadOnlyList<string>? BizSteps { get; init; }

    /// <summary>Dispositions, canonical.</summary>
    public IReadOnlyList<string>? Dispositions { get; init; }

    /// <summary>Read points, canonical.</summary>
    public IReadOnlyList<string>? ReadPoints { get; init; }

    /// <summary>Business locations, canonical.</summary>
    public IReadOnlyList<string>? BizLocations { get; init; }

    /// <summary>Event time from this moment on.</summary>
    public DateTimeOffset From { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Event time before this moment.</summary>
    public DateTimeOffset To { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Recorded from this moment on.</summary>
    public DateTimeOffset RecordedFrom { get; init; } = DateTimeOffset.MinValue;

    /// <summary>Recorded before this moment.</summary>
    public DateTimeOffset RecordedTo { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Latest first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Order of recording instead of event time.</summary>
    public bool ByRecord { get; init; }

    /// <summary>Goes on behind this event.</summary>
    public EventCursor? After { get; init; }

    /// <summary>Most events to read.</summary>
    public int Limit { get; init; } = 100;
}
