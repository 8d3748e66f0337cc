using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Trust;

/// <summary>Trust lists as JSON: README.md of this folder shows one.</summary>
public static class TrustListJson
{
    /// <summary>Issuers that are read at most.</summary>
    public const int MaxIssuers = 100_000;

    /// <summary>The list as JSON.</summary>
    public static JsonObject Write(TrustList list) => new() { ["issuers"] = new JsonArray([.. list.Issuers.Select(Write)]) };

    /// <summary>The list of JSON text.</summary>
    /// <exception cref="ProblemException">Not a trust list, a damaged key, or two issuers or keys of one id.</exception>
    public static TrustList Read(ReadOnlySpan<byte> utf8)
    {
        var json = StrictJson.Parse(utf8);
        JsonElement[] issuers = [.. JsonRead.OneOrMany(json, "issuers")];
        Refusal.Unless(JsonRead.Member(json, "issuers") is not null, CommonProblems.MalformedInput, "The trust list has no member issuers.");
        Refusal.Unless(issuers.Length <= MaxIssuers, CommonProblems.LimitExceeded, $"The trust list has more than {MaxIssuers} issuers.");
        var list = new TrustList([.. issuers.Select(Issuer)]);
        RefuseTwins("issuer", list.Issuers.Select(issuer => issuer.Id));
        RefuseTwins("key", list.Issuers.SelectMany(issuer => issuer.Keys).Select(key => key.Id));
        return list;
    }

    private static JsonObject Write(TrustedIssuer issuer)
    {
        var json = new JsonObject
        {
            ["id"] = issuer.Id,
            ["name"] = issuer.Name,
            ["roles"] = new JsonArray([.. issuer.Roles.Select(role => JsonValue.Create(role))]),
            ["keys"] = new JsonArray([.. issuer.Keys.Select(Write)]),
        };
        Add(json, issuer.Valid);
        return json;
    }

    private static JsonObject Write(VerificationMethod key)
    {
        var json = new JsonObject { ["id"] = key.Id, ["publicKeyMultibase"] = Multikey.Encode(key.Key) };
        Add(json, key.Valid);
        return json;
    }

    private static void Add(JsonObject json, KeyValidity valid)
    {
        (string Name, DateTimeOffset? Moment)[] moments = [("validFrom", valid.From), ("validUntil", valid.Until), ("revoked", valid.Revoked)];
        foreach (var (name, moment) in moments.Where(one => one.Moment is not null))
        {
            json[name] = JsonMoment.Write(moment!.Value);
        }
    }

    private static TrustedIssuer Issuer(JsonElement issuer) => new(
        Required(issuer, "id"),
        JsonRead.TextOf(issuer, "name") ?? Required(issuer, "id"),
        [.. JsonRead.OneOrMany(issuer, "roles").Where(role => role.ValueKind == JsonValueKind.String).Select(role => role.GetString()!)],
        Valid(issuer),
        [.. JsonRead.OneOrMany(issuer, "keys").Select(key => Key(Required(issuer, "id"), key))]);

    private static VerificationMethod Key(string issuer, JsonElement key)
    {
        var id = Required(key, "id");
        var point = JsonRead.Member(key, "publicKeyJwk") is { } jwk ? KeyJson.Read(jwk) : Multikey.Decode(Required(key, "publicKeyMultibase"));
        return new VerificationMethod(id.StartsWith('#') ? issuer + id : id, point, Valid(key));
    }

    private static KeyValidity Valid(JsonElement value) =>
        new(JsonMoment.Read(value, "validFrom"), JsonMoment.Read(value, "validUntil"), JsonMoment.Read(value, "revoked"));

    private static string Required(JsonElement value, string name) =>
        JsonRead.TextOf(value, name) ?? throw Refusal.Because(CommonProblems.MalformedInput, $"An entry of the trust list has no {name}.");

    private static void RefuseTwins(string what, IEnumerable<string> ids)
    {
        var twin = ids.GroupBy(id => id, StringComparer.Ordinal).FirstOrDefault(group => group.Skip(1).Any());
        Refusal.Unless(twin is null, CommonProblems.InvalidValue, $"The trust list has two entries for the {what} {twin?.Key}.");
    }
}
