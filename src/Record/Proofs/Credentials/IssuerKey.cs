using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>A private key with the name that verifiers find its public half by.</summary>
/// <param name="KeyId">Absolute DID URL, for example <c>did:web:a.example#2027-1</c>.</param>
/// <param name="Key">The key.</param>
public sealed record IssuerKey(string KeyId, P256SigningKey Key)
{
    /// <summary>The DID that the key belongs to.</summary>
    public string Issuer => KeyId.Split('#')[0];
}
