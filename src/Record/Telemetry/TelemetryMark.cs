using Voltloop.Core.Identities;

namespace Voltloop.Record.Telemetry;

/// <summary>The state of the estimators of a battery at an earlier moment, from which samples that come late are taken in again.</summary>
/// <param name="Thing">The battery.</param>
/// <param name="At">Every sample before this moment (s since 1970) is in the state, and none after it.</param>
/// <param name="State">State, as JSON of the room that wrote it.</param>
public sealed record TelemetryMark(ThingId Thing, double At, string State);
