using Voltloop.Core.Identities;

namespace Voltloop.Record.Telemetry;

/// <summary>What a room keeps of the telemetry of one battery; written with the samples it is computed from.</summary>
/// <param name="Thing">The battery.</param>
/// <param name="Newest">Moment of its newest sample, s since 1970.</param>
/// <param name="State">State of the estimators, as JSON of the room that wrote it.</param>
public sealed record TelemetryTrack(ThingId Thing, double Newest, string State)
{
    /// <summary>Marks before this moment (s since 1970) are dropped with the write, but for the newest of them.</summary>
    public double MarksFrom { get; init; } = double.NegativeInfinity;

    /// <summary>Newest sample that statements were made of, s since 1970; <c>null</c> when none was stated.</summary>
    public double? StatedUpTo { get; init; }

    /// <summary>When statements were made last (UTC).</summary>
    public DateTimeOffset? StatedAt { get; init; }
}
