using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>How an SD-JWT is issued.</summary>
/// <param name="Salt">Gives a new random salt each time: 128 bits or more, base64url. Whoever guesses a salt can guess a hidden value.</param>
/// <param name="IssuedAt">The moment of signing.</param>
/// <param name="Expires">End of the token; <c>null</c> for none.</param>
/// <param name="Decoys">Digests of nothing that are added wherever something is hidden, so that their number says little.</param>
/// <param name="Holder">Key that a holder must prove to have; <c>null</c> when whoever holds the token may show it.</param>
/// <param name="Type">Type in the header.</param>
public sealed record SdOptions(
    Func<string> Salt, DateTimeOffset IssuedAt, DateTimeOffset? Expires = null, int Decoys = 0, P256PublicKey? Holder = null, string Type = SdOptions.CredentialType)
{
    /// <summary>A W3C credential (Securing VCs using JOSE and COSE).</summary>
    public const string CredentialType = "vc+sd-jwt";

    /// <summary>An SD-JWT VC of the IETF.</summary>
    public const string DigitalCredentialType = "dc+sd-jwt";

    /// <summary>Decoys at one place at most.</summary>
    public const int MaxDecoys = 100;
}
