using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Unit.Proofs;

[Trait("Requirement", "18246-3")]
public sealed class SdJwtTests
{
    private const string Passport =
        """
        {"issuer":"did:web:maker.example","id":"urn:battery:1","general":{"mass":412.5,"maker":"Maker"},
         "composition":{"cathode":["Li","Ni",{"name":"Co"}]},"reports":["a","b"],"soh":0.93}
        """;

    private static readonly SdMark[] Marks =
    [
        new("/general/mass", "1"), new("/general/maker", "1"), new("/composition", "2"), new("/composition/cathode/1", "2"),
        new("/composition/cathode/2/name", "4"), new("/reports/0", "3"), new("/reports/1", "3"), new("/soh", "4"),
    ];

    private static readonly KeyBindingDemand Demand = new("https://officer.example", "nonce-1", TimeSpan.FromMinutes(5));

    [Fact]
    public void Everything_shown_gives_the_claims_back() => Same(Verify(Issue().Everything).Claims, Passport);

    [Fact]
    public void Nothing_shown_leaves_what_is_not_marked() =>
        Same(Verify(Issue().ShowGroups(new HashSet<string>())).Claims, """{"issuer":"did:web:maker.example","id":"urn:battery:1","general":{},"reports":[]}""");

    [Fact]
    public void A_group_shows_its_values_and_no_other() => Same(
        Verify(Issue().ShowGroups(new HashSet<string> { "1", "2" })).Claims,
        """{"issuer":"did:web:maker.example","id":"urn:battery:1","general":{"mass":412.5,"maker":"Maker"},"composition":{"cathode":["Li","Ni",{}]},"reports":[]}""");

    [Fact]
    public void A_value_inside_of_a_hidden_one_stays_hidden() => Same(
        Verify(Issue().ShowGroups(new HashSet<string> { "4" })).Claims,
        """{"issuer":"did:web:maker.example","id":"urn:battery:1","general":{},"reports":[],"soh":0.93}""");

    [Fact]
    public void Hidden_values_are_nowhere_in_the_text()
    {
        var shown = Issue().ShowGroups(new HashSet<string> { "1" }).ToString();
        var readable = string.Concat(shown.Split('~', '.').Where(part => part.Length > 0).Select(part => Encoding.Latin1.GetString(Base64Url.DecodeFromChars(part))));
        readable.ShouldContain("412.5");
        // In quotes, as they would stand: digests and signature are chance, and hold any two or three letters now and then.
        foreach (var hidden in (string[])["0.93", "cathode", "\"Ni\"", "\"soh\"", "composition"])
        {
            readable.ShouldNotContain(hidden);
        }
    }

    [Fact]
    public void Decoys_add_digests_that_nobody_can_tell_from_hidden_values()
    {
        var (plain, decoyed) = (Verify(Issue().ShowGroups(new HashSet<string>())), Verify(Issue(decoys: 3).ShowGroups(new HashSet<string>())));
        decoyed.Hidden.ShouldBeGreaterThan(plain.Hidden);
        Same(Verify(Issue(decoys: 3).Everything).Claims, Passport);
    }

    [Fact]
    public void Digests_are_sorted_so_that_order_tells_nothing()
    {
        var digests = Payload(Issue().Jwt)["general"]!["_sd"]!.AsArray().Select(digest => digest!.GetValue<string>()).ToList();
        digests.ShouldBe(digests.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Any_changed_character_is_found()
    {
        var token = KeyBinding.Bind(Issue(holder: true).Everything, Party.Holder, Demand, Party.Now).ToString();
        Party.OneCharacterChanged(token).Where((changed, at) => at % 3 == 0 && !Refused.AtAll(() => Verify(SdJwt.Parse(changed), Demand))).ShouldBeEmpty();
    }

    [Fact]
    public void A_disclosure_that_was_invented_is_refused()
    {
        var shown = Issue().Everything;
        Refused.For(ProofProblems.UnknownDisclosure, () => Verify(shown with { Disclosures = [.. shown.Disclosures, Disclosure.OfMember("salt", "soh", 1.0).Text] }));
    }

    [Fact]
    public void A_disclosure_replayed_from_another_token_is_refused()
    {
        var (one, other) = (Issue(), Issue(seed: 2));
        Refused.For(ProofProblems.UnknownDisclosure, () => Verify(one.Everything with { Disclosures = other.Everything.Disclosures }));
    }

    [Fact]
    public void A_disclosure_whose_surroundings_are_hidden_is_refused()
    {
        var shown = Issue().Everything;
        Refused.For(ProofProblems.UnknownDisclosure, () => Verify(shown.Select(one => one.Name != "composition")));
    }

    [Fact]
    public void A_disclosure_handed_over_twice_is_refused()
    {
        var shown = Issue().Everything;
        Refused.For(ProofProblems.DuplicateDisclosure, () => Verify(shown with { Disclosures = [.. shown.Disclosures, shown.Disclosures[0]] }));
    }

    [Fact]
    public void A_digest_at_two_places_is_refused()
    {
        var disclosure = Disclosure.OfMember("salt", "a", 1);
        RefusedPayload(ProofProblems.DuplicateDigest, new JsonObject { ["_sd"] = new JsonArray(disclosure.Digest), ["x"] = new JsonObject { ["_sd"] = new JsonArray(disclosure.Digest) } }, disclosure);
    }

    [Fact]
    public void A_digest_twice_in_one_array_is_refused_even_when_hidden() =>
        RefusedPayload(ProofProblems.DuplicateDigest, new JsonObject { ["_sd"] = new JsonArray("d", "d") });

    [Fact]
    public void A_digest_at_two_places_is_refused_when_one_is_inside_of_a_disclosure()
    {
        var inner = Disclosure.OfMember("salt", "a", 1);
        var outer = Disclosure.OfMember("salt2", "b", new JsonObject { ["_sd"] = new JsonArray(inner.Digest) });
        RefusedPayload(ProofProblems.DuplicateDigest, new JsonObject { ["_sd"] = new JsonArray(inner.Digest, outer.Digest) }, inner, outer);
    }

    [Theory]
    [InlineData("_sd")]
    [InlineData("...")]
    public void A_disclosure_with_a_reserved_name_is_refused(string name) =>
        Refused.For(ProofProblems.ReservedName, () => Disclosure.OfMember("salt", name, 1));

    [Fact]
    public void A_disclosure_of_a_name_that_is_taken_is_refused()
    {
        var disclosure = Disclosure.OfMember("salt", "soh", 1);
        RefusedPayload(ProofProblems.ReservedName, new JsonObject { ["soh"] = 0.5, ["_sd"] = new JsonArray(disclosure.Digest) }, disclosure);
    }

    [Fact]
    public void Two_disclosures_of_one_name_are_refused()
    {
        var (one, other) = (Disclosure.OfMember("salt", "soh", 1), Disclosure.OfMember("salt2", "soh", 2));
        RefusedPayload(ProofProblems.ReservedName, new JsonObject { ["_sd"] = new JsonArray(one.Digest, other.Digest) }, one, other);
    }

    [Fact]
    public void An_items_disclosure_in_a_members_place_is_refused()
    {
        var disclosure = Disclosure.OfItem("salt", 1);
        RefusedPayload(ProofProblems.MalformedDisclosure, new JsonObject { ["_sd"] = new JsonArray(disclosure.Digest) }, disclosure);
    }

    [Fact]
    public void A_members_disclosure_in_an_items_place_is_refused()
    {
        var disclosure = Disclosure.OfMember("salt", "a", 1);
        RefusedPayload(ProofProblems.MalformedDisclosure, new JsonObject { ["x"] = new JsonArray(new JsonObject { ["..."] = disclosure.Digest }) }, disclosure);
    }

    [Fact]
    public void A_placeholder_with_other_members_is_refused() =>
        RefusedPayload(ProofProblems.ReservedName, new JsonObject { ["x"] = new JsonArray(new JsonObject { ["..."] = "d", ["y"] = 1 }) });

    [Fact]
    public void A_placeholder_outside_of_an_array_is_refused() => RefusedPayload(ProofProblems.ReservedName, new JsonObject { ["x"] = new JsonObject { ["..."] = "d" } });

    [Fact]
    public void A_placeholder_that_is_no_text_is_refused() =>
        RefusedPayload(ProofProblems.ReservedName, new JsonObject { ["x"] = new JsonArray(new JsonObject { ["..."] = 1 }) });

    [Theory]
    [InlineData("\"text\"")]
    [InlineData("[1]")]
    [InlineData("{}")]
    public void Digests_that_are_no_texts_are_refused(string digests) => RefusedPayload(ProofProblems.ReservedName, new JsonObject { ["_sd"] = JsonNode.Parse(digests) });

    [Theory]
    [InlineData("\"sha-512\"")]
    [InlineData("\"md5\"")]
    [InlineData("\"SHA-256\"")]
    [InlineData("7")]
    public void Another_hash_algorithm_is_refused(string algorithm) => RefusedPayload(ProofProblems.AlgorithmRefused, new JsonObject { ["_sd_alg"] = JsonNode.Parse(algorithm) });

    [Theory]
    [InlineData("[]")]
    [InlineData("[\"salt\"]")]
    [InlineData("[1,\"name\",2]")]
    [InlineData("[\"salt\",1,2]")]
    [InlineData("[\"salt\",\"a\",1,2]")]
    [InlineData("{\"salt\":1}")]
    public void A_disclosure_of_another_form_is_refused(string json) =>
        Refused.For(ProofProblems.MalformedDisclosure, () => Disclosure.Parse(Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json))));

    [Fact]
    public void A_disclosure_with_padding_is_refused() => Refused.For(ProofProblems.MalformedDisclosure, () => Disclosure.Parse("WyJzIiwxXQ=="));

    [Theory]
    [InlineData("none")]
    [InlineData("HS256")]
    public void Another_signature_algorithm_is_refused(string algorithm) =>
        Refused.For(ProofProblems.AlgorithmRefused, () => Verify(new SdJwt(Party.Token(Header(algorithm: algorithm), Claims()), [], null)));

    [Fact]
    public void Another_type_of_token_is_refused() =>
        Refused.For(ProofProblems.HeaderRefused, () => Verify(new SdJwt(Party.Token(Header(type: "JWT"), Claims()), [], null)));

    [Fact]
    public void A_foreign_signature_is_refused() =>
        Refused.For(ProofProblems.BadSignature, () => Verify(new SdJwt(Party.Token(Header(), Claims(), Party.Foreign), [], null)));

    [Fact]
    public void Another_issuer_is_refused() =>
        Refused.For(ProofProblems.WrongIssuer, () => Verify(new SdJwt(Party.Token(Header(), new JsonObject { ["iss"] = "did:web:other.example" }), [], null)));

    [Fact]
    public void An_expired_token_is_refused() => RefusedPayload(ProofProblems.Expired, new JsonObject { ["exp"] = Party.Now.AddHours(-1).ToUnixTimeSeconds() });

    [Fact]
    public void A_token_before_its_time_is_refused() => RefusedPayload(ProofProblems.NotYetValid, new JsonObject { ["nbf"] = Party.Now.AddHours(1).ToUnixTimeSeconds() });

    [Fact]
    public void Text_without_separator_is_refused() => Refused.For(CommonProblems.MalformedInput, () => SdJwt.Parse(Issue().Jwt));

    [Fact]
    public void Too_many_disclosures_are_refused() => Refused.For(CommonProblems.LimitExceeded, () => SdJwt.Parse("a" + new string('~', SdJwt.MaxDisclosures + 2)));

    [Fact]
    public void Disclosures_nested_without_end_are_refused()
    {
        var disclosures = new List<Disclosure> { Disclosure.OfItem("salt", 1) };
        for (var i = 0; i < 70; i++)
        {
            disclosures.Add(Disclosure.OfItem("salt", new JsonArray(new JsonObject { ["..."] = disclosures[^1].Digest })));
        }

        RefusedPayload(CommonProblems.LimitExceeded, new JsonObject { ["x"] = new JsonArray(new JsonObject { ["..."] = disclosures[^1].Digest }) }, [.. disclosures]);
    }

    [Fact]
    public void The_holders_proof_holds_for_its_selection_and_occasion() =>
        Verify(KeyBinding.Bind(Issue(holder: true).Everything, Party.Holder, Demand, Party.Now), Demand).IsHolderProven.ShouldBeTrue();

    [Fact]
    public void A_missing_proof_of_the_holder_is_refused_when_asked_for() =>
        Refused.For(ProofProblems.KeyBindingMissing, () => Verify(Issue(holder: true).Everything, Demand));

    [Fact]
    public void The_proof_of_another_holder_is_refused() =>
        Refused.For(ProofProblems.KeyBindingWrong, () => Verify(KeyBinding.Bind(Issue(holder: true).Everything, Party.Foreign, Demand, Party.Now), Demand));

    [Fact]
    public void A_proof_for_a_token_that_was_issued_to_nobody_is_refused() =>
        Refused.For(ProofProblems.KeyBindingWrong, () => Verify(KeyBinding.Bind(Issue().Everything, Party.Holder, Demand, Party.Now), Demand));

    [Fact]
    public void A_proof_of_another_selection_is_refused_even_without_demand()
    {
        var bound = KeyBinding.Bind(Issue(holder: true).Everything, Party.Holder, Demand, Party.Now);
        Refused.For(ProofProblems.KeyBindingWrong, () => Verify(bound with { Disclosures = [.. bound.Disclosures.SkipLast(1)] }));
    }

    [Fact]
    public void A_proof_for_another_audience_is_refused() =>
        Refused.For(ProofProblems.WrongAudience, () => Verify(KeyBinding.Bind(Issue(holder: true).Everything, Party.Holder, Demand with { Audience = "https://x.example" }, Party.Now), Demand));

    [Fact]
    public void A_proof_with_an_old_nonce_is_refused() =>
        Refused.For(ProofProblems.Replayed, () => Verify(KeyBinding.Bind(Issue(holder: true).Everything, Party.Holder, Demand with { Nonce = "nonce-0" }, Party.Now), Demand));

    [Fact]
    public void An_old_proof_is_refused() =>
        Refused.For(ProofProblems.Replayed, () => Verify(KeyBinding.Bind(Issue(holder: true).Everything, Party.Holder, Demand, Party.Now.AddMinutes(-7)), Demand));

    [Fact]
    public void A_proof_from_the_future_is_refused() =>
        Refused.For(ProofProblems.NotYetValid, () => Verify(KeyBinding.Bind(Issue(holder: true).Everything, Party.Holder, Demand, Party.Now.AddMinutes(7)), Demand));

    [Fact]
    public void A_mark_that_points_to_nothing_is_refused() => RefusedMark(CommonProblems.InvalidValue, "/general/color");

    [Fact]
    public void A_mark_beyond_the_end_of_an_array_is_refused() => RefusedMark(CommonProblems.InvalidValue, "/reports/2");

    [Fact]
    public void A_mark_that_is_no_pointer_is_refused() => RefusedMark(CommonProblems.InvalidValue, "soh");

    [Fact]
    public void A_mark_that_is_there_twice_is_refused() => RefusedMark(CommonProblems.InvalidValue, "/soh", "/soh");

    [Fact]
    public void What_a_verifier_must_see_cannot_be_hidden() => RefusedMark(ProofProblems.ReservedName, "/issuer");

    [Theory]
    [InlineData("""{"_sd":["x"]}""")]
    [InlineData("""{"a":[{"...":"x"}]}""")]
    [InlineData("""{"a":{"_sd_alg":"x"}}""")]
    public void Claims_with_reserved_names_are_not_signed(string claims) =>
        Refused.For(ProofProblems.ReservedName, () => SdJwtIssuer.Issue(Party.Json(claims), [], Party.Issuer, new SdOptions(Party.Salts(), Party.Now)));

    [Fact]
    public void Too_many_decoys_are_refused() => Refused.For(CommonProblems.LimitExceeded, () => Issue(decoys: SdOptions.MaxDecoys + 1));

    private static IssuedSdJwt Issue(int decoys = 0, bool holder = false, int seed = 1) => SdJwtIssuer.Issue(
        Party.Json(Passport), Marks, Party.Issuer, new SdOptions(Party.Salts(seed), Party.Now, Decoys: decoys, Holder: holder ? Party.Holder.Public : null));

    private static VerifiedSdJwt Verify(SdJwt token, KeyBindingDemand? demand = null) => SdJwtVerifier.Verify(token.ToString(), SdPolicy.Of(Party.Context, demand));

    private static JsonObject Header(string algorithm = "ES256", string type = "dc+sd-jwt") => new() { ["alg"] = algorithm, ["typ"] = type, ["kid"] = Party.Issuer.KeyId };

    private static JsonObject Claims() => new() { ["iss"] = Party.Did };

    private static void RefusedPayload(ProblemKind kind, JsonObject payload, params Disclosure[] disclosures)
    {
        payload["iss"] = Party.Did;
        Refused.For(kind, () => Verify(new SdJwt(Party.Token(Header(), payload), [.. disclosures.Select(one => one.Text)], null)));
    }

    private static void RefusedMark(ProblemKind kind, params string[] pointers) => Refused.For(
        kind, () => SdJwtIssuer.Issue(Party.Json(Passport), [.. pointers.Select(one => new SdMark(one, "1"))], Party.Issuer, new SdOptions(Party.Salts(), Party.Now)));

    private static JsonNode Payload(string jwt) => JsonNode.Parse(Base64Url.DecodeFromChars(jwt.Split('.')[1]))!;

    private static void Same(JsonElement claims, string expected)
    {
        var json = JsonObject.Create(claims)!;
        json.Remove("iat");
        VersionHash.Of(JsonSerializer.SerializeToElement(json)).ShouldBe(VersionHash.Of(Party.Json(expected)), json.ToJsonString());
    }
}
