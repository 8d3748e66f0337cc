using Voltloop.Core.Identities;
using Voltloop.Record.Ports;

namespace Voltloop.Record.Telemetry;

/// <summary>Reads of what <see cref="TelemetryWrite"/> wrote. Knows no rights: its callers ask the record whether a battery may be seen.</summary>
public interface ITelemetryStore
{
    /// <summary>Digest of a message that was taken; <c>null</c> when it was not.</summary>
    long? FindReceipt(ThingId thing, string source, string message);

    /// <summary>The state of a battery, or <c>null</c>.</summary>
    TelemetryTrack? FindTrack(ThingId thing);

    /// <summary>The newest mark of a battery at or before a moment (s since 1970), or <c>null</c>.</summary>
    TelemetryMark? FindMark(ThingId thing, double at);

    /// <summary>States in the order of the identifiers of their batteries.</summary>
    /// <param name="cursor">Where to go on; <c>null</c> from the start.</param>
    /// <param name="limit">Page size.</param>
    Page<TelemetryTrack> List(string? cursor, int limit);

    /// <summary>States with samples that are not stated yet and of which nothing was stated since a moment.</summary>
    IReadOnlyList<TelemetryTrack> Due(DateTimeOffset before, int limit);

    /// <summary>How many batteries send.</summary>
    long Count();
}
