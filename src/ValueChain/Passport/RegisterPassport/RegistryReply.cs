namespace Voltloop.Passport.RegisterPassport;

/// <summary>What the registry returned for one passport.</summary>
/// <param name="UniqueProductIdentifier">The passport.</param>
/// <param name="RegistrationIdentifier">Unique and persistent identifier of the registration (Article 8(8)).</param>
/// <param name="RegisteredAt">When (UTC); now when absent.</param>
/// <param name="Proof">The proof of registration as it came, in base64; kept as a document.</param>
/// <param name="VersionHash">Hash in the proof; compared with the version that was handed over.</param>
public sealed record RegistryReply(string UniqueProductIdentifier, string RegistrationIdentifier, DateTimeOffset? RegisteredAt = null, string? Proof = null, string? VersionHash = null);
