using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>The proof that whoever shows an SD-JWT has the key that it was issued to (RFC 9901, section 4.3).</summary>
public static class KeyBinding
{
    private const string Type = "kb+jwt";

    /// <summary>The token with a proof for one verifier and one occasion.</summary>
    public static SdJwt Bind(SdJwt token, P256SigningKey holder, KeyBindingDemand demand, DateTimeOffset now)
    {
        var payload = new JsonObject
        {
            ["iat"] = now.ToUnixTimeSeconds(),
            ["aud"] = demand.Audience,
            ["nonce"] = demand.Nonce,
            ["sd_hash"] = Disclosure.DigestOf(token.WithoutKeyBinding),
        };
        var jws = CompactJws.Sign(new JsonObject { ["typ"] = Type }, Encoding.UTF8.GetBytes(payload.ToJsonString()), holder);
        return token with { KeyBinding = jws };
    }

    /// <summary>Verifies the proof. Without a demand a proof that is there must still be true; audience and nonce are then not judged.</summary>
    internal static void Verify(SdJwt token, JsonElement payload, SdPolicy policy)
    {
        if (token.KeyBinding is null)
        {
            Refusal.Unless(policy.KeyBinding is null, ProofProblems.KeyBindingMissing, "The proof of the holder's key was asked for.");
            return;
        }

        var key = JsonRead.Member(payload, "cnf") is { } cnf && JsonRead.Member(cnf, "jwk") is { } jwk
            ? KeyJson.Read(jwk)
            : throw Refusal.Because(ProofProblems.KeyBindingWrong, "The token was issued to no key.");
        var jws = CompactJws.Parse(token.KeyBinding, Type);
        Refusal.Unless(Refusal.Of(() => jws.Verify(key)) is null, ProofProblems.KeyBindingWrong, "Another key than the holder's signed, or the proof was changed.");
        var claims = StrictJson.Parse(jws.Payload);
        Refusal.Unless(
            JsonRead.TextOf(claims, "sd_hash") == Disclosure.DigestOf(token.WithoutKeyBinding), ProofProblems.KeyBindingWrong, "The proof belongs to another selection of disclosures.");
        CheckOccasion(claims, policy);
    }

    private static void CheckOccasion(JsonElement claims, SdPolicy policy)
    {
        var issuedAt = JsonRead.Moment(claims, "iat") ?? throw Refusal.Because(ProofProblems.KeyBindingWrong, "The proof does not say when it was made.");
        var now = policy.Context.Now;
        Refusal.Unless(issuedAt <= now + VerificationContext.ClockSkew, ProofProblems.NotYetValid, $"The proof says that it was made at {issuedAt:O}.");
        if (policy.KeyBinding is { } demand)
        {
            Refusal.Unless(JsonRead.TextOf(claims, "aud") == demand.Audience, ProofProblems.WrongAudience, $"The proof is meant for {JsonRead.TextOf(claims, "aud")}.");
            Refusal.Unless(JsonRead.TextOf(claims, "nonce") == demand.Nonce, ProofProblems.Replayed, "The proof was made for another occasion.");
            Refusal.Unless(now - issuedAt <= demand.MaxAge + VerificationContext.ClockSkew, ProofProblems.Replayed, $"The proof is of {issuedAt:O}.");
        }
    }
}
