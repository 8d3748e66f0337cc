using System.Text.Json;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Verifies SD-JWTs as RFC 9901, section 7, lays down: nothing that the issuer's signature does not cover gets through.</summary>
public static class SdJwtVerifier
{
    /// <summary>Verifies a token in compact form.</summary>
    /// <exception cref="ProblemException">Refused; the kind says why.</exception>
    public static VerifiedSdJwt Verify(string text, SdPolicy policy) => Verify(SdJwt.Parse(text), policy);

    /// <summary>Verifies a token.</summary>
    /// <exception cref="ProblemException">Refused; the kind says why.</exception>
    public static VerifiedSdJwt Verify(SdJwt token, SdPolicy policy)
    {
        var jws = CompactJws.Parse(token.Jwt, [.. policy.Types]);
        var payload = StrictJson.Parse(jws.Payload);
        Refusal.Unless(payload.ValueKind == JsonValueKind.Object, CommonProblems.MalformedInput, "The token's payload is not an object.");
        var signedAt = JwtClaims.SignedAt(payload, policy.Context.Now);
        var signer = policy.Context.Keys.Resolve(new KeyRequest(jws.KeyId, JwtClaims.Issuer(payload), signedAt, policy.Context.Now));
        jws.Verify(signer.Key);
        CheckAlgorithm(payload);
        KeyBinding.Verify(token, payload, policy);
        var revealer = new SdRevealer(token.Disclosures);
        var claims = revealer.Reveal(payload);
        JwtClaims.CheckTimes(claims, policy.Context);
        return new VerifiedSdJwt(claims, signer, signedAt, revealer.Hidden, token.KeyBinding is not null);
    }

    private static void CheckAlgorithm(JsonElement payload)
    {
        var algorithm = JsonRead.Member(payload, SdNames.Algorithm);
        Refusal.Unless(
            algorithm is null || (algorithm.Value.ValueKind == JsonValueKind.String && algorithm.Value.GetString() == SdNames.Sha256),
            ProofProblems.AlgorithmRefused,
            $"_sd_alg says {algorithm}; only {SdNames.Sha256} is verified.");
    }
}
