using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Keys;

/// <summary>
/// DID documents as JSON. Keys are written as Multikey; on reading, JsonWebKey is taken too. <c>expires</c> and <c>revoked</c>
/// are members of Controlled Identifiers 1.0; <c>validFrom</c> is ours, because the recommendation has no beginning.
/// </summary>
public static class DidDocumentJson
{
    /// <summary>Keys of a document that are read at most.</summary>
    public const int MaxMethods = 256;

    /// <summary>The document as JSON.</summary>
    public static JsonObject Write(DidDocument document) => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"),
        ["id"] = document.Id,
        ["verificationMethod"] = new JsonArray([.. document.Methods.Select(method => Write(document.Id, method))]),
        ["assertionMethod"] = new JsonArray([.. document.Methods.Select(method => JsonValue.Create(method.Id))]),
    };

    /// <summary>The document of JSON text. Methods of other key types are left out: they cannot be verified here.</summary>
    /// <exception cref="ProblemException">Not a DID document, a damaged key, or a method of another controller.</exception>
    public static DidDocument Read(ReadOnlySpan<byte> utf8)
    {
        var json = StrictJson.Parse(utf8);
        var id = JsonRead.TextOf(json, "id") ?? throw Refusal.Because(CommonProblems.MalformedInput, "The DID document has no id.");
        JsonElement[] methods = [.. JsonRead.OneOrMany(json, "verificationMethod")];
        Refusal.Unless(methods.Length <= MaxMethods, CommonProblems.LimitExceeded, $"The DID document has more than {MaxMethods} methods.");
        var assertion = JsonRead.OneOrMany(json, "assertionMethod").Where(IsText).Select(one => Absolute(id, one.GetString()!)).ToHashSet(StringComparer.Ordinal);
        return new DidDocument(id, [.. methods.Select(method => Method(id, method)).OfType<VerificationMethod>().Where(method => assertion.Contains(method.Id))]);
    }

    private static JsonObject Write(string did, VerificationMethod method)
    {
        var json = new JsonObject
        {
            ["id"] = method.Id,
            ["type"] = "Multikey",
            ["controller"] = did,
            ["publicKeyMultibase"] = Multikey.Encode(method.Key),
        };
        Add(json, "validFrom", method.Valid.From);
        Add(json, "expires", method.Valid.Until);
        Add(json, "revoked", method.Valid.Revoked);
        return json;
    }

    private static void Add(JsonObject json, string name, DateTimeOffset? moment)
    {
        if (moment is { } at)
        {
            json[name] = JsonMoment.Write(at);
        }
    }

    private static VerificationMethod? Method(string did, JsonElement method)
    {
        var id = Absolute(did, JsonRead.TextOf(method, "id") ?? "");
        Refusal.Unless(
            id.StartsWith(did + "#", StringComparison.Ordinal) && JsonRead.TextOf(method, "controller") == did,
            CommonProblems.InvalidValue,
            $"The verification method \"{id}\" is not controlled by {did}.");
        return Key(method) is { } key
            ? new VerificationMethod(id, key, new KeyValidity(JsonMoment.Read(method, "validFrom"), JsonMoment.Read(method, "expires"), JsonMoment.Read(method, "revoked")))
            : null;
    }

    private static P256PublicKey? Key(JsonElement method) => JsonRead.TextOf(method, "type") switch
    {
        "Multikey" when JsonRead.TextOf(method, "publicKeyMultibase") is { } text && text.StartsWith("zDn", StringComparison.Ordinal) => Multikey.Decode(text),
        "JsonWebKey" or "JsonWebKey2020" when JsonRead.Member(method, "publicKeyJwk") is { } jwk && JsonRead.TextOf(jwk, "crv") == "P-256" => KeyJson.Read(jwk),
        _ => null,
    };

    private static string Absolute(string did, string id) => id.StartsWith('#') ? did + id : id;

    private static bool IsText(JsonElement value) => value.ValueKind == JsonValueKind.String;
}
