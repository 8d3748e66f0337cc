using Voltloop.Core.Identities;

namespace Voltloop.Record.Ports;

/// <summary>Which statements of a thing to list, newest in the record first.</summary>
/// <param name="Thing">The thing.</param>
public sealed record HistoryQuery(ThingId Thing)
{
    /// <summary>Only this term; <c>null</c> for all.</summary>
    public string? Term { get; init; }

    /// <summary>Only what was known at this moment.</summary>
    public DateTimeOffset KnownAt { get; init; } = DateTimeOffset.MaxValue;

    /// <summary>Opaque place to go on from.</summary>
    public string? Cursor { get; init; }

    /// <summary>Page size, 1 to 10,000.</summary>
    public int Limit { get; init; } = 200;
}
