using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Tests.Unit.Proofs;

public sealed class KeyTests
{
    [Fact]
    public void A_key_survives_PKCS8_and_encrypted_PKCS8()
    {
        using var key = P256SigningKey.Generate();
        using var plain = P256SigningKey.FromPkcs8(key.ExportPkcs8());
        using var sealedKey = P256SigningKey.FromEncryptedPkcs8(key.ExportEncryptedPkcs8("pass", 1000), "pass");
        plain.Public.ShouldBe(key.Public);
        sealedKey.Public.ShouldBe(key.Public);
        key.Public.Verify("text"u8, sealedKey.Sign("text"u8)).ShouldBeTrue();
        key.Public.VerifyDer("text"u8, plain.SignDer("text"u8)).ShouldBeTrue();
    }

    [Fact]
    public void A_wrong_password_is_refused()
    {
        using var key = P256SigningKey.Generate();
        var sealedKey = key.ExportEncryptedPkcs8("pass", 1000);
        Refused.For(ProofProblems.InvalidKey, () => P256SigningKey.FromEncryptedPkcs8(sealedKey, "word"));
    }

    [Fact]
    public void A_private_key_on_another_curve_is_refused()
    {
        using var other = ECDsa.Create(ECCurve.NamedCurves.nistP384);
        Refused.For(ProofProblems.InvalidKey, () => P256SigningKey.FromPkcs8(other.ExportPkcs8PrivateKey()));
        Refused.For(ProofProblems.InvalidKey, () => P256PublicKey.FromSpki(other.ExportSubjectPublicKeyInfo()));
    }

    [Fact]
    public void A_scalar_of_zero_or_of_another_length_is_refused()
    {
        Refused.For(ProofProblems.InvalidKey, () => P256SigningKey.FromScalar(new byte[32]));
        Refused.For(ProofProblems.InvalidKey, () => P256SigningKey.FromScalar(new byte[31]));
    }

    [Fact]
    public void Every_form_of_a_public_key_leads_back_to_it()
    {
        for (var i = 0; i < 64; i++)
        {
            using var pair = P256SigningKey.FromScalar(SHA256.HashData([(byte)i]));
            var key = pair.Public;
            P256PublicKey.FromCompressed(key.Compressed).ShouldBe(key);
            P256PublicKey.FromSpki(key.Spki).ShouldBe(key);
            Multikey.Decode(Multikey.Encode(key)).ShouldBe(key);
            KeyJson.Read(Element(KeyJson.Write(key))).ShouldBe(key);
            DidKey.TryRead(DidKey.MethodOf(key)).ShouldBe(key);
            Multikey.Encode(key).ShouldStartWith("zDn");
        }
    }

    [Fact]
    public void A_first_coordinate_without_point_is_refused()
    {
        byte[] compressed = [2, .. new byte[31], 1];
        var refused = Enumerable.Range(1, 20).Count(x =>
        {
            compressed[^1] = (byte)x;
            return Refused.AtAll(() => P256PublicKey.FromCompressed(compressed));
        });
        refused.ShouldBeInRange(5, 15);
    }

    [Fact]
    public void A_compressed_point_of_another_form_is_refused()
    {
        Refused.For(ProofProblems.InvalidKey, () => P256PublicKey.FromCompressed([4, .. new byte[32]]));
        Refused.For(ProofProblems.InvalidKey, () => P256PublicKey.FromCompressed([2, .. new byte[31]]));
    }

    [Fact]
    public void A_point_off_the_curve_is_refused()
    {
        using var key = P256SigningKey.Generate();
        var y = key.Public.Y.ToArray();
        y[31] ^= 1;
        Refused.For(ProofProblems.InvalidKey, () => new P256PublicKey(key.Public.X, y));
    }

    [Theory]
    [InlineData("kty", "RSA")]
    [InlineData("crv", "P-384")]
    [InlineData("use", "enc")]
    [InlineData("x", "AAAA")]
    [InlineData("x", "not base64!")]
    [InlineData("y", null)]
    public void A_JWK_of_another_kind_is_refused(string member, string? value)
    {
        using var key = P256SigningKey.Generate();
        var jwk = KeyJson.Write(key.Public);
        jwk[member] = value;
        Refused.For(ProofProblems.InvalidKey, () => KeyJson.Read(Element(jwk)));
    }

    [Fact]
    public void A_JWK_for_another_algorithm_is_refused()
    {
        using var key = P256SigningKey.Generate();
        var jwk = KeyJson.Write(key.Public);
        jwk["alg"] = "HS256";
        Refused.For(ProofProblems.AlgorithmRefused, () => KeyJson.Read(Element(jwk)));
    }

    [Fact]
    public void The_thumbprint_is_that_of_RFC_7638_whatever_else_the_JWK_says()
    {
        // Holder's key of RFC 9901; the thumbprint was computed with jose 6.2.17.
        var jwk = JsonDocument.Parse("""{"kid":"x","y":"ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ","crv":"P-256","kty":"EC","x":"TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc"}""").RootElement;
        KeyJson.Read(jwk).Thumbprint.ShouldBe("aISfTcr9M_Zd09AXGAAeFxnLbFY6lBa87UN515wm5d4");
    }

    [Theory]
    [InlineData("uAAAA")]
    [InlineData("z0OIl")]
    [InlineData("z")]
    [InlineData("")]
    [InlineData("z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj")]
    public void A_multikey_of_another_kind_is_refused(string text) => Refused.For(ProofProblems.InvalidKey, () => Multikey.Decode(text));

    [Fact]
    public void A_multikey_that_is_too_long_is_refused() => Refused.For(ProofProblems.InvalidKey, () => Multikey.Decode("z" + new string('1', 200)));

    [Fact]
    public void A_did_key_with_the_fragment_of_another_is_refused()
    {
        using var one = P256SigningKey.Generate();
        using var other = P256SigningKey.Generate();
        Refused.AtAll(() => DidKey.TryRead($"{DidKey.Of(one.Public)}#{Multikey.Encode(other.Public)}")).ShouldBeTrue();
        DidKey.TryRead("did:web:a.example").ShouldBeNull();
    }

    [Fact]
    public void A_signature_of_another_length_is_false()
    {
        using var key = P256SigningKey.Generate();
        key.Public.Verify("x"u8, key.SignDer("x"u8)).ShouldBeFalse();
        key.Public.Verify("x"u8, []).ShouldBeFalse();
        key.Public.VerifyDer("x"u8, [1, 2, 3]).ShouldBeFalse();
    }

    private static JsonElement Element(JsonObject json) => JsonSerializer.SerializeToElement(json);
}
