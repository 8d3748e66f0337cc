namespace Voltloop.Record.Proofs.Keys;

/// <summary>A key of a DID document with the time in which it signs.</summary>
/// <param name="Id">Absolute DID URL, for example <c>did:web:a.example#2027-1</c>.</param>
/// <param name="Key">The public key.</param>
/// <param name="Valid">From when to when it signs.</param>
public sealed record VerificationMethod(string Id, P256PublicKey Key, KeyValidity Valid);
