namespace Voltloop.Record.Proofs.Messages;

/// <summary>From whom to whom a message goes, and when it holds: the registered claims of RFC 7519.</summary>
/// <param name="Issuer">DID of the sender.</param>
/// <param name="Audience">DID of the receiver.</param>
/// <param name="Id">Identifier that the sender uses once.</param>
public sealed record MessageEnvelope(string Issuer, string Audience, string Id)
{
    /// <summary>When it was signed (UTC, to the millisecond).</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>First moment at which it no longer holds (UTC).</summary>
    public required DateTimeOffset Expires { get; init; }
}
