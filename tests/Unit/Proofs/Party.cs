using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Unit.Proofs;

/// <summary>An issuer with a rotated key, and whoever verifies.</summary>
internal sealed class Party
{
    public const string Did = "did:web:maker.example";

    public static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Rotation = Now.AddDays(-10);

    public static readonly P256SigningKey OldKey = P256SigningKey.FromScalar(SHA256.HashData("old"u8));
    public static readonly P256SigningKey NewKey = P256SigningKey.FromScalar(SHA256.HashData("new"u8));
    public static readonly P256SigningKey Foreign = P256SigningKey.FromScalar(SHA256.HashData("foreign"u8));
    public static readonly P256SigningKey Holder = P256SigningKey.FromScalar(SHA256.HashData("holder"u8));

    public static readonly IssuerKey Issuer = new(Did + "#2", NewKey);

    public static readonly TrustedIssuer Trusted = TrustedIssuer.From(
        new DidDocument(Did, [new VerificationMethod(Did + "#1", OldKey.Public, KeyValidity.Always)]).Rotate(Did + "#2", NewKey.Public, Rotation), "Maker", "economic-operator");

    public static readonly VerificationContext Context = new(new TrustList([Trusted]), Now);

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    public static JsonElement Json(JsonObject json) => JsonSerializer.SerializeToElement(json);

    /// <summary>A signed token with any header and payload.</summary>
    public static string Token(JsonObject header, JsonObject payload, P256SigningKey? key = null)
    {
        var input = $"{Encode(header)}.{Encode(payload)}";
        return $"{input}.{Base64Url.EncodeToString((key ?? NewKey).Sign(Encoding.ASCII.GetBytes(input)))}";
    }

    public static string Encode(JsonNode json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json.ToJsonString()));

    /// <summary>Every text that differs in one character, but never in a separator's place alone.</summary>
    public static IEnumerable<string> OneCharacterChanged(string text)
    {
        for (var at = 0; at < text.Length; at++)
        {
            yield return $"{text[..at]}{(text[at] == 'A' ? 'B' : 'A')}{text[(at + 1)..]}";
        }
    }

    public static Func<string> Salts(int seed = 1)
    {
        var random = new Random(seed);
        return () =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return Base64Url.EncodeToString(bytes);
        };
    }
}
