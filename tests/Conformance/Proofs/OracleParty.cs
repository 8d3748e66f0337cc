using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>An issuer and a holder whose keys both sides know.</summary>
internal sealed class OracleParty
{
    public const string Did = "did:web:maker.example";

    public static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly byte[] _issuerScalar = SHA256.HashData("issuer"u8);
    private readonly byte[] _holderScalar = SHA256.HashData("holder"u8);

    public OracleParty()
    {
        Issuer = new IssuerKey(Did + "#2027", P256SigningKey.FromScalar(_issuerScalar));
        Holder = P256SigningKey.FromScalar(_holderScalar);
        Trust = new TrustList([new TrustedIssuer(Did, "Maker", ["economic-operator"], KeyValidity.Always,
            [new VerificationMethod(Issuer.KeyId, Issuer.Key.Public, KeyValidity.Always)])]);
    }

    public IssuerKey Issuer { get; }

    public P256SigningKey Holder { get; }

    public TrustList Trust { get; }

    public VerificationContext Context => new(Trust, Now);

    public JsonObject IssuerJwk => KeyJson.Write(Issuer.Key.Public);

    public JsonObject IssuerPrivateJwk => With(IssuerJwk, _issuerScalar);

    public JsonObject HolderPrivateJwk => With(KeyJson.Write(Holder.Public), _holderScalar);

    public string SecretMultikey => Multikey.EncodeBytes([0x86, 0x26, .. _issuerScalar]);

    /// <summary>Salts that differ, and are the same in every run.</summary>
    public static Func<string> Salts(int seed)
    {
        var random = new Random(seed);
        return () =>
        {
            var bytes = new byte[16];
            random.NextBytes(bytes);
            return Base64Url.EncodeToString(bytes);
        };
    }

    /// <summary>The same text with one character exchanged for another of the base64url alphabet.</summary>
    public static string Flip(string text, int at) => $"{text[..at]}{(text[at] == 'A' ? 'B' : 'A')}{text[(at + 1)..]}";

    public static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static JsonObject With(JsonObject jwk, byte[] scalar)
    {
        jwk["d"] = Base64Url.EncodeToString(scalar);
        return jwk;
    }
}
