namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Names that RFC 9901 and SD-JWT VC give a meaning.</summary>
internal static class SdNames
{
    public const string Digests = "_sd";
    public const string Algorithm = "_sd_alg";
    public const string Item = "...";
    public const string Sha256 = "sha-256";

    /// <summary>Claims that a verifier needs before it may believe anything; an issuer must not hide them.</summary>
    public static readonly IReadOnlySet<string> AlwaysVisible = new HashSet<string>(StringComparer.Ordinal)
    {
        "iss", "iat", "nbf", "exp", "cnf", "vct", "status", "@context", "issuer", "validFrom", "validUntil", "credentialStatus",
    };

    public static bool IsReserved(string name) => name is Digests or Item;
}
