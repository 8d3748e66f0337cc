using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>Issues SD-JWTs (RFC 9901) with ES256 and SHA-256.</summary>
public static class SdJwtIssuer
{
    /// <summary>Signs claims so that the marked ones can be shown or kept back one by one.</summary>
    /// <param name="claims">The claims, a JSON object.</param>
    /// <param name="marks">What may be kept back.</param>
    /// <param name="issuer">The key.</param>
    /// <param name="options">Salts, times, decoys, holder.</param>
    /// <exception cref="ProblemException">A mark points to nothing, is there twice or hides what must be seen; a name is reserved.</exception>
    public static IssuedSdJwt Issue(JsonElement claims, IReadOnlyCollection<SdMark> marks, IssuerKey issuer, SdOptions options)
    {
        Refusal.Unless(options.Decoys is >= 0 and <= SdOptions.MaxDecoys, CommonProblems.LimitExceeded, $"At most {SdOptions.MaxDecoys} decoys at a place.");
        Refusal.Unless(marks.Count <= SdJwt.MaxDisclosures, CommonProblems.LimitExceeded, $"At most {SdJwt.MaxDisclosures} values can be hidden.");
        CheckNames(claims);
        var payload = JwtClaims.With(claims, options.IssuedAt, options.Expires);
        var disclosures = new SdConcealer(options).Conceal(payload, marks);
        payload[SdNames.Algorithm] = SdNames.Sha256;
        if (options.Holder is { } holder)
        {
            payload["cnf"] = new JsonObject { ["jwk"] = KeyJson.Write(holder) };
        }

        var header = new JsonObject { ["typ"] = options.Type, ["kid"] = issuer.KeyId };
        return new IssuedSdJwt(CompactJws.Sign(header, Encoding.UTF8.GetBytes(payload.ToJsonString()), issuer.Key), disclosures);
    }

    private static void CheckNames(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            value.EnumerateArray().ToList().ForEach(CheckNames);
        }
        else if (value.ValueKind == JsonValueKind.Object)
        {
            foreach (var member in value.EnumerateObject())
            {
                var isReserved = SdNames.IsReserved(member.Name) || member.Name == SdNames.Algorithm;
                Refusal.Unless(!isReserved, ProofProblems.ReservedName, $"A claim must not be named {member.Name}.");
                CheckNames(member.Value);
            }
        }
    }
}
