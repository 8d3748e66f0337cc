namespace Voltloop.Web.Access;

/// <summary>A sign-in with an issuer that was begun and not finished.</summary>
/// <param name="Issuer">Issuer identifier.</param>
/// <param name="Browser">Hash of the cookie of the browser that began it.</param>
/// <param name="Nonce">Random text that the ID token must hold.</param>
/// <param name="Verifier">Secret of the proof key (RFC 7636).</param>
internal sealed record CodeFlow(string Issuer, string Browser, string Nonce, string Verifier)
{
    /// <summary>Address that the issuer sends the browser back to.</summary>
    public required Uri Callback { get; init; }

    /// <summary>Where the visitor wanted to go.</summary>
    public required string ReturnUrl { get; init; }
}
