using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>The registered claims of a token (RFC 7519) and the issuer and validity of a W3C credential in it.</summary>
internal static class JwtClaims
{
    public static JsonObject With(JsonElement claims, DateTimeOffset? issuedAt, DateTimeOffset? expires)
    {
        StrictJson.Require(claims);
        var json = JsonObject.Create(claims) ?? throw Refusal.Because(ProofProblems.DataModel, "The claims are not a JSON object.");
        Add(json, "iat", issuedAt);
        Add(json, "exp", expires);
        return json;
    }

    /// <summary>Issuer by <c>iss</c> or by <c>issuer</c>; both must agree.</summary>
    public static string? Issuer(JsonElement claims)
    {
        var (jwt, credential) = (JsonRead.TextOf(claims, "iss"), CredentialIssuer(claims));
        Refusal.Unless(jwt is null || credential is null || jwt == credential, ProofProblems.WrongIssuer, $"iss says {jwt}, issuer says {credential}.");
        return credential ?? jwt;
    }

    public static string? CredentialIssuer(JsonElement claims) => JsonRead.Member(claims, "issuer") switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString(),
        { ValueKind: JsonValueKind.Object } issuer => JsonRead.TextOf(issuer, "id"),
        _ => null,
    };

    /// <summary>When the token says that it was signed; without a word about it, now: the key must be valid now.</summary>
    public static DateTimeOffset SignedAt(JsonElement claims, DateTimeOffset now)
    {
        var issuedAt = JsonRead.Moment(claims, "iat");
        Refusal.Unless(issuedAt is null || issuedAt <= now + VerificationContext.ClockSkew, ProofProblems.NotYetValid, $"The token says that it was signed at {issuedAt:O}.");
        return issuedAt ?? now;
    }

    public static void CheckTimes(JsonElement claims, VerificationContext context)
    {
        context.CheckInterval(JsonRead.Moment(claims, "nbf"), JsonRead.Moment(claims, "exp"), "token");
        context.CheckInterval(JsonMoment.Read(claims, "validFrom"), JsonMoment.Read(claims, "validUntil"), "credential");
    }

    private static void Add(JsonObject json, string name, DateTimeOffset? moment)
    {
        if (moment is { } at)
        {
            json[name] = at.ToUnixTimeSeconds();
        }
    }
}
