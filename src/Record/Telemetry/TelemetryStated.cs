using Voltloop.Core.Identities;

namespace Voltloop.Record.Telemetry;

/// <summary>Notes that statements were made of the telemetry of a battery.</summary>
/// <param name="Thing">The battery.</param>
/// <param name="UpTo">Newest sample they rest on, s since 1970.</param>
/// <param name="At">When (UTC).</param>
public sealed record TelemetryStated(ThingId Thing, double UpTo, DateTimeOffset At);
