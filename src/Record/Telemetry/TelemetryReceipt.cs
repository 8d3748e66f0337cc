using Voltloop.Core.Identities;

namespace Voltloop.Record.Telemetry;

/// <summary>Says that a message of field telemetry was taken: the same one again changes nothing.</summary>
/// <param name="Thing">Battery that the message is about.</param>
/// <param name="Source">Who sent it: a gateway, a vehicle, a cloud.</param>
/// <param name="Message">Its sequence number or identifier at the source.</param>
/// <param name="Digest">First eight bytes of the SHA-256 of its content, to tell a repetition from a reused identifier.</param>
public sealed record TelemetryReceipt(ThingId Thing, string Source, string Message, long Digest)
{
    /// <summary>Moment of the newest sample of the message, s since 1970; <c>null</c> when the receipt is kept for good.</summary>
    public double? Newest { get; init; }
}
