using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Verifiable credentials 2.0 as <c>application/vc+jwt</c> (W3C Securing VCs using JOSE and COSE), signed with ES256.</summary>
public static class VcJwt
{
    /// <summary>The header's type.</summary>
    public const string Type = "vc+jwt";

    /// <summary>Signs a credential.</summary>
    /// <param name="credential">The credential without proof; its issuer must be the key's.</param>
    /// <param name="issuer">The key.</param>
    /// <param name="issuedAt">The moment of signing.</param>
    /// <param name="expires">End of the signature, which may be before the end of the credential; <c>null</c> for none.</param>
    /// <exception cref="ProblemException">The credential breaks the data model, or is another issuer's.</exception>
    public static string Sign(JsonElement credential, IssuerKey issuer, DateTimeOffset issuedAt, DateTimeOffset? expires = null)
    {
        CredentialModel.Require(credential);
        Refusal.Unless(JwtClaims.Issuer(credential) == issuer.Issuer, ProofProblems.WrongIssuer, $"The key is of {issuer.Issuer}, the credential of {JwtClaims.Issuer(credential)}.");
        var payload = JwtClaims.With(credential, issuedAt, expires);
        var header = new JsonObject { ["typ"] = Type, ["cty"] = "vc", ["kid"] = issuer.KeyId };
        return CompactJws.Sign(header, Encoding.UTF8.GetBytes(payload.ToJsonString()), issuer.Key);
    }

    /// <summary>Verifies a token: header, signer, signature, times and data model.</summary>
    /// <exception cref="ProblemException">Refused; the kind says why.</exception>
    public static VerifiedCredential Verify(string token, VerificationContext context)
    {
        var jws = CompactJws.Parse(token, Type);
        Refusal.Unless(JsonRead.TextOf(jws.Header, "cty") is null or "vc", ProofProblems.HeaderRefused, "The token's content is not a credential.");
        var claims = StrictJson.Parse(jws.Payload);
        var signedAt = JwtClaims.SignedAt(claims, context.Now);
        var signer = context.Keys.Resolve(new KeyRequest(jws.KeyId, JwtClaims.Issuer(claims), signedAt, context.Now));
        jws.Verify(signer.Key);
        CredentialModel.Require(claims);
        JwtClaims.CheckTimes(claims, context);
        return new VerifiedCredential(claims, signer, signedAt);
    }
}
