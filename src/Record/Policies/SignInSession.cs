namespace Voltloop.Record.Policies;

/// <summary>A browser that signed in. Only the hash of its cookie is kept.</summary>
/// <param name="Hash">SHA-256 of the cookie, lower-case hex.</param>
/// <param name="Account">Name of the account; empty when an issuer vouches for the visitor.</param>
/// <param name="ExpiresAt">First moment it no longer counts (UTC).</param>
public sealed record SignInSession(string Hash, string Account, DateTimeOffset ExpiresAt)
{
    /// <summary>Identifier of the passkey that began it; it ends with the passkey.</summary>
    public string? Passkey { get; init; }

    /// <summary>What an issuer said of the visitor.</summary>
    public IssuerClaims? Claims { get; init; }
}
