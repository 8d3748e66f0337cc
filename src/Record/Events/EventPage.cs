namespace Voltloop.Record.Events;

/// <summary>Events read.</summary>
/// <param name="Items">The events.</param>
/// <param name="Next">Where to go on; <c>null</c> at the end.</param>
public sealed record EventPage(IReadOnlyList<RecordedEvent> Items, EventCursor? Next);
