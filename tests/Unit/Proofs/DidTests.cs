using System.Text;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Tests.Unit.Proofs;

public sealed class DidTests
{
    private const string Did = "did:web:maker.example";

    private static readonly DateTimeOffset Start = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly P256PublicKey One = P256SigningKey.Generate().Public;
    private static readonly P256PublicKey Two = P256SigningKey.Generate().Public;

    [Theory]
    [InlineData("did:web:maker.example", "https://maker.example/.well-known/did.json")]
    [InlineData("did:web:maker.example:passports", "https://maker.example/passports/did.json")]
    [InlineData("did:web:maker.example:a:b_c", "https://maker.example/a/b_c/did.json")]
    [InlineData("did:web:localhost%3A8443", "https://localhost:8443/.well-known/did.json")]
    [InlineData("did:web:localhost%3A8443:x", "https://localhost:8443/x/did.json")]
    public void An_identifier_and_the_address_of_its_document_lead_to_each_other(string did, string url)
    {
        DidWeb.ToUrl(did).AbsoluteUri.ShouldBe(url);
        DidWeb.FromUrl(new Uri(url)).ShouldBe(did);
    }

    [Theory]
    [InlineData("did:web:")]
    [InlineData("did:key:zDn")]
    [InlineData("did:web:a.example::b")]
    [InlineData("did:web:a.example:..:b")]
    [InlineData("did:web:a.example:%2e%2e:b")]
    [InlineData("did:web:user%40a.example")]
    [InlineData("did:web:a.example%2Fpath")]
    [InlineData("did:web:a.example/path")]
    [InlineData("did:web:a.example#key")]
    [InlineData("")]
    public void An_identifier_that_leads_elsewhere_is_refused(string did) => Refused.For(CommonProblems.InvalidIdentifier, () => DidWeb.ToUrl(did));

    [Theory]
    [InlineData("http://a.example/.well-known/did.json")]
    [InlineData("https://a.example/")]
    [InlineData("https://a.example/x/did.json?y")]
    [InlineData("https://a.example/x/did.json#y")]
    public void An_address_of_another_kind_is_refused(string url) => Refused.For(CommonProblems.InvalidIdentifier, () => DidWeb.FromUrl(new Uri(url)));

    [Fact]
    public void A_document_survives_JSON_with_the_times_of_its_keys()
    {
        var document = Rotated().Revoke(Did + "#1", Start.AddDays(40));
        var read = Read(DidDocumentJson.Write(document));
        read.Id.ShouldBe(Did);
        read.Methods.ShouldBe(document.Methods);
    }

    [Fact]
    public void Rotation_ends_the_old_key_where_the_new_one_begins()
    {
        var (old, now) = (Rotated().Find(Did + "#1")!.Valid, Rotated().Find(Did + "#2")!.Valid);
        var (before, after) = (Start.AddDays(29), Start.AddDays(30));
        old.Objection(before, after).ShouldBeNull();
        old.Objection(after, after).ShouldNotBeNull();
        now.Objection(before, after).ShouldNotBeNull();
        now.Objection(after, after).ShouldBeNull();
    }

    [Fact]
    public void Nothing_of_a_revoked_key_is_believed_from_then_on()
    {
        var valid = new KeyValidity(Start, null, Start.AddDays(5));
        valid.Objection(Start.AddDays(1), Start.AddDays(4)).ShouldBeNull();
        valid.Objection(Start.AddDays(1), Start.AddDays(5)).ShouldNotBeNull();
    }

    [Fact]
    public void A_key_as_JSON_Web_Key_is_read_too()
    {
        var json = DidDocumentJson.Write(Rotated());
        var method = json["verificationMethod"]![0]!.AsObject();
        method.Remove("publicKeyMultibase");
        (method["type"], method["publicKeyJwk"]) = ("JsonWebKey", KeyJson.Write(One));
        Read(json).Find(Did + "#1")!.Key.ShouldBe(One);
    }

    [Fact]
    public void A_key_that_makes_no_assertions_is_left_out()
    {
        var json = DidDocumentJson.Write(Rotated());
        json["assertionMethod"] = new JsonArray("#2");
        Read(json).Methods.Single().Id.ShouldBe(Did + "#2");
    }

    [Fact]
    public void A_key_of_another_type_is_left_out()
    {
        var json = DidDocumentJson.Write(Rotated());
        json["verificationMethod"]![0]!["publicKeyMultibase"] = "z6MkpJySvETLnxhQG9DzEdmKJtysBDjuuTeDfUj1uNNCUqcj";
        Read(json).Methods.Single().Id.ShouldBe(Did + "#2");
    }

    [Fact]
    public void A_damaged_key_is_refused()
    {
        var json = DidDocumentJson.Write(Rotated());
        json["verificationMethod"]![0]!["publicKeyMultibase"] = "zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKV";
        Refused.For(ProofProblems.InvalidKey, () => Read(json));
    }

    [Fact]
    public void A_key_of_another_controller_is_refused()
    {
        var json = DidDocumentJson.Write(Rotated());
        json["verificationMethod"]![0]!["controller"] = "did:web:evil.example";
        Refused.For(CommonProblems.InvalidValue, () => Read(json));
    }

    [Fact]
    public void A_document_without_id_is_refused() => Refused.For(CommonProblems.MalformedInput, () => Read([]));

    [Fact]
    public void A_time_without_zone_is_refused()
    {
        var json = DidDocumentJson.Write(Rotated());
        json["verificationMethod"]![0]!["expires"] = "2027-01-31T00:00:00";
        Refused.For(CommonProblems.MalformedInput, () => Read(json));
    }

    [Fact]
    public void Too_many_keys_are_refused()
    {
        var many = new DidDocument(Did, [.. Enumerable.Range(0, DidDocumentJson.MaxMethods + 1).Select(i => new VerificationMethod($"{Did}#{i}", One, KeyValidity.Always))]);
        Refused.For(CommonProblems.LimitExceeded, () => Read(DidDocumentJson.Write(many)));
    }

    private static DidDocument Rotated() =>
        new DidDocument(Did, [new VerificationMethod(Did + "#1", One, new KeyValidity(Start))]).Rotate(Did + "#2", Two, Start.AddDays(30));

    private static DidDocument Read(JsonObject json) => DidDocumentJson.Read(Encoding.UTF8.GetBytes(json.ToJsonString()));
}
