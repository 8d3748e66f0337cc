using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Trust;

/// <summary>Who signed, as the verifier's trust list knows them.</summary>
/// <param name="Issuer">DID or URL of the issuer.</param>
/// <param name="Name">Name for people.</param>
/// <param name="KeyId">The key that signed.</param>
/// <param name="Key">Its public key.</param>
public sealed record Signer(string Issuer, string Name, string KeyId, P256PublicKey Key);
