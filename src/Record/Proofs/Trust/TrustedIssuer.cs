using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Trust;

/// <summary>An issuer that a verifier believes.</summary>
/// <param name="Id">DID or URL.</param>
/// <param name="Name">Name for people.</param>
/// <param name="Roles">What they are believed about, for example <c>economic-operator</c> or <c>notified-body</c>.</param>
/// <param name="Valid">From when to when they are believed.</param>
/// <param name="Keys">Their keys, retired ones with their end.</param>
public sealed record TrustedIssuer(string Id, string Name, IReadOnlyList<string> Roles, KeyValidity Valid, IReadOnlyList<VerificationMethod> Keys)
{
    /// <summary>An issuer from a DID document.</summary>
    public static TrustedIssuer From(DidDocument document, string name, params IReadOnlyList<string> roles) =>
        new(document.Id, name, roles, KeyValidity.Always, document.Methods);
}
