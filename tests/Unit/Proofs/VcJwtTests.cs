using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Unit.Proofs;

[Trait("Requirement", "18246-2")]
[Trait("Requirement", "18246-3")]
public sealed class VcJwtTests
{
    private static JsonObject Credential => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = new JsonArray("VerifiableCredential"),
        ["issuer"] = Party.Did,
        ["credentialSubject"] = new JsonObject { ["id"] = "urn:battery:1", ["name"] = "Ω" },
    };

    private static JsonObject Header => new() { ["alg"] = "ES256", ["typ"] = "vc+jwt", ["kid"] = Party.Issuer.KeyId };

    [Fact]
    public void A_signed_credential_verifies_and_says_who_signed_when()
    {
        var verified = Verify(VcJwt.Sign(Party.Json(Credential), Party.Issuer, Party.Now));
        verified.Signer.Name.ShouldBe("Maker");
        verified.SignedAt.ShouldBe(Party.Now);
        verified.Content.GetProperty("credentialSubject").GetProperty("name").GetString().ShouldBe("Ω");
    }

    [Fact]
    public void Any_changed_character_is_found()
    {
        var token = VcJwt.Sign(Party.Json(Credential), Party.Issuer, Party.Now);
        Party.OneCharacterChanged(token).Where(changed => !Refused.AtAll(() => Verify(changed))).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("none")]
    [InlineData("None")]
    [InlineData("HS256")]
    [InlineData("RS256")]
    [InlineData("ES384")]
    [InlineData("ES256K")]
    [InlineData("es256")]
    public void Another_algorithm_is_refused(string algorithm) => RefusedWith(ProofProblems.AlgorithmRefused, header => header["alg"] = algorithm);

    [Fact]
    public void A_header_without_algorithm_is_refused() => RefusedWith(ProofProblems.AlgorithmRefused, header => header.Remove("alg"));

    [Fact]
    public void An_algorithm_that_is_no_text_is_refused() => RefusedWith(ProofProblems.AlgorithmRefused, header => header["alg"] = new JsonArray("ES256"));

    [Fact]
    public void None_without_signature_is_refused()
    {
        var header = Header;
        header["alg"] = "none";
        Refused.For(ProofProblems.AlgorithmRefused, () => Verify($"{Party.Encode(header)}.{Party.Encode(Credential)}."));
    }

    [Fact]
    public void The_public_key_as_HMAC_secret_is_refused()
    {
        var header = Header;
        header["alg"] = "HS256";
        var input = $"{Party.Encode(header)}.{Party.Encode(Credential)}";
        var mac = HMACSHA256.HashData(Party.NewKey.Public.Spki, Encoding.ASCII.GetBytes(input));
        Refused.For(ProofProblems.AlgorithmRefused, () => Verify($"{input}.{Base64Url.EncodeToString(mac)}"));
    }

    [Fact]
    public void An_empty_signature_is_refused() =>
        Refused.For(ProofProblems.BadSignature, () => Verify($"{Party.Encode(Header)}.{Party.Encode(Credential)}."));

    [Fact]
    public void A_signature_of_zeros_is_refused() => Refused.For(
        ProofProblems.BadSignature, () => Verify($"{Party.Encode(Header)}.{Party.Encode(Credential)}.{Base64Url.EncodeToString(new byte[64])}"));

    [Fact]
    public void A_key_that_the_token_brings_along_is_not_used()
    {
        var header = Header;
        header["jwk"] = KeyJson.Write(Party.Foreign.Public);
        Refused.For(ProofProblems.BadSignature, () => Verify(Party.Token(header, Credential, Party.Foreign)));
    }

    [Fact]
    public void Critical_extensions_are_refused() => RefusedWith(ProofProblems.HeaderRefused, header => header["crit"] = new JsonArray("b64"));

    [Theory]
    [InlineData("JWT")]
    [InlineData("vp+jwt")]
    [InlineData("kb+jwt")]
    public void Another_type_of_token_is_refused(string type) => RefusedWith(ProofProblems.HeaderRefused, header => header["typ"] = type);

    [Fact]
    public void A_token_without_type_is_refused() => RefusedWith(ProofProblems.HeaderRefused, header => header.Remove("typ"));

    [Fact]
    public void Another_content_type_is_refused() => RefusedWith(ProofProblems.HeaderRefused, header => header["cty"] = "vp");

    [Fact]
    public void The_type_with_its_media_prefix_is_taken() => Verify(Token(header => header["typ"] = "application/vc+jwt")).Signer.Issuer.ShouldBe(Party.Did);

    [Fact]
    public void An_unknown_key_is_refused() => RefusedWith(ProofProblems.UnknownKey, header => header["kid"] = Party.Did + "#9");

    [Fact]
    public void A_key_of_an_issuer_who_is_not_on_the_list_is_refused() =>
        Refused.For(ProofProblems.UntrustedIssuer, () => Verify(Party.Token(With(Header, "kid", "did:web:evil.example#1"), With(Credential, "issuer", "did:web:evil.example"))));

    [Fact]
    public void A_key_of_another_issuer_is_refused() =>
        Refused.For(ProofProblems.WrongIssuer, () => Verify(Party.Token(Header, With(Credential, "issuer", "did:web:other.example"))));

    [Fact]
    public void Two_issuers_in_one_token_are_refused() =>
        Refused.For(ProofProblems.WrongIssuer, () => Verify(Party.Token(Header, With(Credential, "iss", "did:web:other.example"))));

    [Fact]
    public void No_key_id_is_refused_when_the_issuer_has_several() => RefusedWith(ProofProblems.UnknownKey, header => header.Remove("kid"));

    [Fact]
    public void A_relative_key_id_belongs_to_the_issuer() => Verify(Token(header => header["kid"] = "#2")).Signer.KeyId.ShouldBe(Party.Issuer.KeyId);

    [Fact]
    public void An_expired_token_is_refused() => Refused.For(ProofProblems.Expired, () => Verify(Claim("exp", Party.Now.AddMinutes(-2))));

    [Fact]
    public void A_token_before_its_time_is_refused() => Refused.For(ProofProblems.NotYetValid, () => Verify(Claim("nbf", Party.Now.AddMinutes(2))));

    [Fact]
    public void A_token_from_the_future_is_refused() => Refused.For(ProofProblems.NotYetValid, () => Verify(Claim("iat", Party.Now.AddMinutes(2))));

    [Fact]
    public void Clocks_may_differ_by_a_minute() => Verify(Claim("exp", Party.Now.AddSeconds(-30))).Signer.Issuer.ShouldBe(Party.Did);

    [Fact]
    public void An_expired_credential_is_refused() =>
        Refused.For(ProofProblems.Expired, () => Verify(Party.Token(Header, With(Credential, "validUntil", "2027-02-28T00:00:00Z"))));

    [Fact]
    public void A_credential_before_its_time_is_refused() =>
        Refused.For(ProofProblems.NotYetValid, () => Verify(Party.Token(Header, With(Credential, "validFrom", "2027-03-02T00:00:00Z"))));

    [Fact]
    public void A_time_that_is_no_number_is_refused() =>
        Refused.For(CommonProblems.MalformedInput, () => Verify(Party.Token(Header, With(Credential, "exp", "tomorrow"))));

    [Fact]
    public void What_a_retired_key_signed_in_its_time_still_verifies() =>
        Verify(VcJwt.Sign(Party.Json(Credential), new IssuerKey(Party.Did + "#1", Party.OldKey), Party.Rotation.AddDays(-1))).Signer.KeyId.ShouldBe(Party.Did + "#1");

    [Fact]
    public void What_a_retired_key_signs_afterwards_is_refused() => Refused.For(
        ProofProblems.KeyNotValid, () => Verify(VcJwt.Sign(Party.Json(Credential), new IssuerKey(Party.Did + "#1", Party.OldKey), Party.Now)));

    [Fact]
    public void What_a_new_key_signed_before_its_time_is_refused() => Refused.For(
        ProofProblems.KeyNotValid, () => Verify(VcJwt.Sign(Party.Json(Credential), Party.Issuer, Party.Rotation.AddDays(-1))));

    [Fact]
    public void A_revoked_key_is_refused()
    {
        var revoked = Party.Trusted with { Keys = [.. Party.Trusted.Keys.Select(key => key with { Valid = key.Valid with { Revoked = Party.Now } })] };
        var context = Party.Context with { Keys = new TrustList([revoked]) };
        Refused.For(ProofProblems.KeyNotValid, () => VcJwt.Verify(VcJwt.Sign(Party.Json(Credential), Party.Issuer, Party.Now), context));
    }

    [Fact]
    public void An_issuer_who_is_no_longer_trusted_is_refused()
    {
        var context = Party.Context with { Keys = new TrustList([Party.Trusted with { Valid = new KeyValidity(null, Party.Rotation) }]) };
        Refused.For(ProofProblems.UntrustedIssuer, () => VcJwt.Verify(VcJwt.Sign(Party.Json(Credential), Party.Issuer, Party.Now), context));
    }

    [Fact]
    public void A_signed_credential_that_breaks_the_model_is_refused() =>
        Refused.For(ProofProblems.DataModel, () => Verify(Party.Token(Header, With(Credential, "type", "Anything"))));

    [Fact]
    public void A_credential_that_breaks_the_model_is_not_signed() =>
        Refused.For(ProofProblems.DataModel, () => VcJwt.Sign(Party.Json(With(Credential, "type", "Anything")), Party.Issuer, Party.Now));

    [Fact]
    public void A_credential_of_another_issuer_is_not_signed() =>
        Refused.For(ProofProblems.WrongIssuer, () => VcJwt.Sign(Party.Json(With(Credential, "issuer", "did:web:other.example")), Party.Issuer, Party.Now));

    [Fact]
    public void A_payload_that_means_two_things_is_refused()
    {
        var payload = Base64Url.EncodeToString("""{"issuer":"did:web:maker.example","issuer":"did:web:evil.example"}"""u8);
        var input = $"{Party.Encode(Header)}.{payload}";
        Refused.For(CanonicalProblems.DuplicateMember, () => Verify($"{input}.{Base64Url.EncodeToString(Party.NewKey.Sign(Encoding.ASCII.GetBytes(input)))}"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a.b")]
    [InlineData("a.b.c.d")]
    [InlineData("!!.!!.!!")]
    [InlineData("e30=.e30.AA")]
    public void Text_that_is_no_token_is_refused(string token) => Refused.For(CommonProblems.MalformedInput, () => Verify(token));

    [Fact]
    public void A_token_that_is_too_long_is_refused() => Refused.For(CommonProblems.LimitExceeded, () => Verify(new string('a', 16_000_001)));

    private static VerifiedCredential Verify(string token) => VcJwt.Verify(token, Party.Context);

    private static string Token(Action<JsonObject> change)
    {
        var header = Header;
        change(header);
        return Party.Token(header, Credential);
    }

    private static void RefusedWith(ProblemKind kind, Action<JsonObject> change) => Refused.For(kind, () => Verify(Token(change)));

    private static string Claim(string name, DateTimeOffset moment) => Party.Token(Header, With(Credential, name, moment.ToUnixTimeSeconds()));

    private static JsonObject With(JsonObject json, string name, JsonNode value)
    {
        json[name] = value;
        return json;
    }
}
