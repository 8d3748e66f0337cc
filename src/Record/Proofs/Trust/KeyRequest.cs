namespace Voltloop.Record.Proofs.Trust;

/// <summary>Which key a verifier asks for.</summary>
/// <param name="KeyId">Absolute DID URL, or a fragment of the issuer's document; <c>null</c> when the artefact names none.</param>
/// <param name="Issuer">Issuer that the artefact names; <c>null</c> when it names none.</param>
/// <param name="SignedAt">When the artefact says that it was signed.</param>
/// <param name="Now">When it is verified.</param>
public sealed record KeyRequest(string? KeyId, string? Issuer, DateTimeOffset SignedAt, DateTimeOffset Now)
{
    /// <summary>The key id as an absolute DID URL.</summary>
    public string? AbsoluteKeyId => KeyId is null || Issuer is null || KeyId.Contains(':', StringComparison.Ordinal) ? KeyId : $"{Issuer}#{KeyId.TrimStart('#')}";
}
