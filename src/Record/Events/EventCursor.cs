namespace Voltloop.Record.Events;

/// <summary>Where a list of events goes on.</summary>
/// <param name="EventTime">Event time of the last event read, in microseconds since 1970.</param>
/// <param name="Number">Its number.</param>
public readonly record struct EventCursor(long EventTime, long Number);
