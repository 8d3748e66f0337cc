namespace Voltloop.Tracing.TraceLineage;

/// <summary>A place in the record.</summary>
/// <param name="Event">Number of an event; 0 for before all.</param>
/// <param name="Assertion">The assertion that it is in.</param>
internal readonly record struct LineagePlace(long Event, long Assertion);
