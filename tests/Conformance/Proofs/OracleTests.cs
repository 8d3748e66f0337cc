using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>Ours is accepted by independent implementations from npm, theirs by us; what was changed is refused by both.</summary>
public sealed class OracleTests
{
    private const string Credential =
        """
        {"@context":["https://www.w3.org/ns/credentials/v2","https://www.w3.org/ns/credentials/undefined-terms/v2","https://w3id.org/security/data-integrity/v2"],
         "type":["VerifiableCredential","BatteryPassport"],"id":"urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33","issuer":"did:web:maker.example",
         "validFrom":"2027-02-18T00:00:00Z","credentialSubject":{"id":"https://maker.example/01/09506000134352/21/A1","ratedCapacity":94.5,"name":"Akku für Größe Ω"}}
        """;

    private const string Claims =
        """
        {"iss":"did:web:maker.example","vct":"https://voltloop.example/passport","sub":"urn:battery:1","mass":412.5,
         "composition":{"cathode":"NMC","hazards":["Co","Ni"]},"cells":[{"id":"c1","soh":0.93},{"id":"c2","soh":0.91}],"audit":{"result":"pass"}}
        """;

    private static readonly string[] Marks =
        ["/mass", "/composition", "/composition/cathode", "/composition/hazards/0", "/composition/hazards/1", "/cells/0", "/cells/1", "/cells/1/soh", "/audit/result"];

    private readonly OracleParty _party = new();

    private static long NowSeconds => OracleParty.Now.ToUnixTimeSeconds();

    [Fact]
    public void Five_thousand_numbers_are_written_as_JavaScript_writes_them()
    {
        var random = new Random(8785);
        ulong[] bits = [.. Enumerable.Range(0, 5000).Select(_ => (ulong)random.NextInt64(long.MinValue, long.MaxValue)).Where(value => double.IsFinite(BitConverter.UInt64BitsToDouble(value)))];
        var answer = Oracle.Ok(Oracle.Ask(new JsonObject { ["ask"] = "numbers", ["bits"] = new JsonArray([.. bits.Select(value => JsonValue.Create(value.ToString("x16")))]) })[0]);
        bits.Length.ShouldBeGreaterThan(4900);
        bits.Select(value => EcmaScriptNumber.Format(BitConverter.UInt64BitsToDouble(value))).ShouldBe(answer.EnumerateArray().Select(text => text.GetString()!));
    }

    [Fact]
    public void Numbers_near_the_changes_of_notation_are_written_as_JavaScript_writes_them()
    {
        double[] edges = [1e20, 1e21, 1e22, 123456789012345680000.0, 999999999999999900000.0, 1e-6, 1e-7, 1.5e-6, 9.99e-7, 4.35, 0.1 + 0.2, 100, 1e100, double.Epsilon, double.MaxValue, -0.0, -1e-7, 5e-324, 2.2250738585072014e-308];
        double[] near = [.. edges, .. edges.Select(Math.BitIncrement), .. edges.Select(Math.BitDecrement)];
        near = [.. near.Where(double.IsFinite)];
        var bits = new JsonArray([.. near.Select(value => JsonValue.Create(BitConverter.DoubleToUInt64Bits(value).ToString("x16")))]);
        var answer = Oracle.Ok(Oracle.Ask(new JsonObject { ["ask"] = "numbers", ["bits"] = bits })[0]);
        near.Select(EcmaScriptNumber.Format).ShouldBe(answer.EnumerateArray().Select(text => text.GetString()!));
    }

    [Fact]
    public void The_canonical_form_is_that_of_the_npm_library()
    {
        string[] texts = [Credential, Claims, """{"\u20ac":1,"\r":2,"\ufb33":3,"1":4,"\ud83d\ude00":5,"\u0080":6,"\u00f6":7}""", "[0.000001,1e-7,-0,\"\\u007f\\u2028</script>\"]"];
        var answers = Oracle.Ask(texts.Select(text => new JsonObject { ["ask"] = "canonical", ["text"] = text }));
        texts.Select(text => Encoding.UTF8.GetString(CanonicalJson.Of(Encoding.UTF8.GetBytes(text)))).ShouldBe(answers.Select(answer => Oracle.Ok(answer).GetString()!));
    }

    [Fact]
    public void Our_SD_JWT_is_accepted_by_sd_jwt_core_with_the_same_claims()
    {
        var (issued, demand) = (Issue(decoys: 2), Demand());
        var bound = KeyBinding.Bind(issued.Everything, _party.Holder, demand, OracleParty.Now);
        var none = issued.ShowGroups(new HashSet<string>());
        var answers = Oracle.Ask(Verify(issued.Everything.ToString()), Verify(bound.ToString(), demand.Nonce), Verify(none.ToString()));
        foreach (var answer in answers.Take(2))
        {
            Same(Oracle.Ok(answer), SdJwtVerifier.Verify(issued.Everything, SdPolicy.Of(_party.Context)).Claims);
        }

        Same(Oracle.Ok(answers[2]), SdJwtVerifier.Verify(none, SdPolicy.Of(_party.Context)).Claims);
    }

    [Fact]
    public void Our_changed_SD_JWT_is_refused_by_sd_jwt_core_and_by_us()
    {
        var demand = Demand();
        var token = KeyBinding.Bind(Issue(decoys: 0).Everything, _party.Holder, demand, OracleParty.Now).ToString();
        var random = new Random(9901);
        string[] changed = [.. Enumerable.Range(0, 40).Select(_ => random.Next(token.Length)).Where(at => token[at] is not '~' and not '.').Select(at => OracleParty.Flip(token, at)).Where(text => text != token)];
        var answers = Oracle.Ask(changed.Select(text => Verify(text, demand.Nonce)));
        answers.Count(Oracle.IsRefused).ShouldBe(changed.Length);
        changed.Count(text => Refused(() => SdJwtVerifier.Verify(text, SdPolicy.Of(_party.Context, demand)))).ShouldBe(changed.Length);
    }

    [Fact]
    public void An_SD_JWT_of_sd_jwt_core_is_accepted_by_us_and_refused_when_changed()
    {
        var frame = OracleParty.Json("""{"_sd":["mass","composition"],"composition":{"_sd":["cathode"],"hazards":{"_sd":[0,1]}},"cells":{"_sd":[0,1]},"audit":{"_sd":["result"],"_sd_decoy":3}}""");
        var claims = JsonNode.Parse(Claims)!.AsObject();
        (claims["iat"], claims["cnf"]) = (NowSeconds - 60, new JsonObject { ["jwk"] = KeyJson.Write(_party.Holder.Public) });
        var question = new JsonObject { ["ask"] = "sdIssue", ["claims"] = claims.DeepClone(), ["frame"] = JsonNode.Parse(frame.GetRawText()), ["privateJwk"] = _party.IssuerPrivateJwk, ["typ"] = "dc+sd-jwt", ["kid"] = _party.Issuer.KeyId };
        var token = Oracle.Ok(Oracle.Ask(question)[0]).GetString()!;
        Same(SdJwtVerifier.Verify(token, SdPolicy.Of(_party.Context)).Claims, JsonSerializer.SerializeToElement(claims));

        var bound = Oracle.Ok(Oracle.Ask(new JsonObject
        {
            ["ask"] = "sdPresent", ["token"] = token, ["frame"] = JsonNode.Parse("""{"mass":true,"cells":{"1":true}}"""), ["holderPrivateJwk"] = _party.HolderPrivateJwk,
            ["kb"] = new JsonObject { ["iat"] = NowSeconds, ["aud"] = Demand().Audience, ["nonce"] = Demand().Nonce },
        })[0]).GetString()!;
        var verified = SdJwtVerifier.Verify(bound, SdPolicy.Of(_party.Context, Demand()));
        verified.IsHolderProven.ShouldBeTrue();
        verified.Claims.GetProperty("mass").GetDouble().ShouldBe(412.5);
        verified.Claims.TryGetProperty("composition", out _).ShouldBeFalse();
        verified.Claims.GetProperty("cells").GetArrayLength().ShouldBe(1);
        int[] places = [.. Enumerable.Range(0, bound.Length).Where(at => at % 17 == 0 && bound[at] is not '~' and not '.')];
        places.Count(at => Refused(() => SdJwtVerifier.Verify(OracleParty.Flip(bound, at), SdPolicy.Of(_party.Context, Demand()))) || OracleParty.Flip(bound, at) == bound).ShouldBe(places.Length);
    }

    [Fact]
    public void Vc_jwt_goes_both_ways_with_jose()
    {
        var ours = VcJwt.Sign(OracleParty.Json(Credential), _party.Issuer, OracleParty.Now);
        var question = new JsonObject { ["ask"] = "jwtVerify", ["token"] = ours, ["jwk"] = _party.IssuerJwk };
        var changed = question.DeepClone().AsObject();
        changed["token"] = OracleParty.Flip(ours, ours.Length / 2);
        var sign = new JsonObject
        {
            ["ask"] = "jwtSign", ["claims"] = JsonNode.Parse(Credential), ["privateJwk"] = _party.IssuerPrivateJwk,
            ["header"] = new JsonObject { ["alg"] = "ES256", ["typ"] = "vc+jwt", ["kid"] = _party.Issuer.KeyId },
        };
        var answers = Oracle.Ask(question, changed, sign);
        Same(Oracle.Ok(answers[0]), VcJwt.Verify(ours, _party.Context).Content);
        Oracle.IsRefused(answers[1]).ShouldBeTrue();
        var theirs = Oracle.Ok(answers[2]).GetString()!;
        Same(VcJwt.Verify(theirs, _party.Context).Content, OracleParty.Json(Credential));
        Refused(() => VcJwt.Verify(OracleParty.Flip(theirs, theirs.Length / 2), _party.Context)).ShouldBeTrue();
    }

    [Fact]
    public void Proofs_of_ecdsa_jcs_2019_go_both_ways_with_digitalbazaar()
    {
        var ours = DataIntegrity.Sign(OracleParty.Json(Credential), _party.Issuer, new ProofOptions(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)));
        var changed = ours.DeepClone().AsObject();
        changed["credentialSubject"]!["ratedCapacity"] = 94.6;
        var answers = Oracle.Ask(Proof("proofVerify", ours), Proof("proofVerify", changed), Proof("proofSign", JsonNode.Parse(Credential)!.AsObject()));
        Oracle.Ok(answers[0]).GetBoolean().ShouldBeTrue();
        Oracle.IsRefused(answers[1]).ShouldBeTrue();
        var theirs = Oracle.Ok(answers[2]);
        DataIntegrity.Verify(theirs, _party.Context).Signer.Name.ShouldBe("Maker");
        var tampered = JsonObject.Create(theirs)!;
        tampered["credentialSubject"]!["ratedCapacity"] = 94.6;
        Refused(() => DataIntegrity.Verify(JsonSerializer.SerializeToElement(tampered), _party.Context)).ShouldBeTrue();
    }

    [Fact]
    public void All_examples_of_RFC_9901_are_issued_and_verified_by_both()
    {
        var folder = SharedData.Require("passport", "vectors", "sd-jwt", "examples");
        string[] files = [.. Directory.GetFiles(folder, "specification.yml", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];
        files.Length.ShouldBe(15);
        var examples = Oracle.Ask(files.Select(file => new JsonObject { ["ask"] = "specification", ["text"] = File.ReadAllText(file) })).Select(Oracle.Ok).ToArray();
        IssuedSdJwt[] issued = [.. examples.Select(IssueExample)];
        issued.Sum(one => one.Disclosures.Count).ShouldBeGreaterThan(100);
        var answers = Oracle.Ask(issued.Select(one => Verify(one.Everything.ToString())));
        for (var i = 0; i < files.Length; i++)
        {
            var expected = examples[i].GetProperty("claims");
            Contains(SdJwtVerifier.Verify(issued[i].Everything.ToString(), SdPolicy.Of(_party.Context)).Claims, expected, files[i]);
            Contains(Oracle.Ok(answers[i]), expected, files[i]);
            SdJwtVerifier.Verify(issued[i].ShowGroups(new HashSet<string>()), SdPolicy.Of(_party.Context)).Hidden.ShouldBeGreaterThan(0, files[i]);
        }
    }

    private IssuedSdJwt IssueExample(JsonElement example)
    {
        var claims = JsonObject.Create(example.GetProperty("claims"))!;
        claims["iss"] = OracleParty.Did;
        claims.Remove("issuer");
        SdMark[] marks = [.. example.GetProperty("marks").EnumerateArray().Select(mark => new SdMark(mark.GetString()!, "all"))];
        return SdJwtIssuer.Issue(JsonSerializer.SerializeToElement(claims), marks, _party.Issuer, new SdOptions(OracleParty.Salts(1), OracleParty.Now, Decoys: 1));
    }

    // What the test itself changes (issuer) or the token adds is left out of the comparison.
    private static void Contains(JsonElement claims, JsonElement expected, string file)
    {
        foreach (var member in expected.EnumerateObject().Where(member => member.Name is not "iss" and not "issuer" and not "iat" and not "exp"))
        {
            VersionHash.Of(claims.GetProperty(member.Name)).ShouldBe(VersionHash.Of(member.Value), $"{file} {member.Name}");
        }
    }

    private IssuedSdJwt Issue(int decoys) => SdJwtIssuer.Issue(
        OracleParty.Json(Claims),
        [.. Marks.Select(mark => new SdMark(mark, "2"))],
        _party.Issuer,
        new SdOptions(OracleParty.Salts(7), OracleParty.Now, Decoys: decoys, Holder: _party.Holder.Public, Type: SdOptions.DigitalCredentialType));

    private static KeyBindingDemand Demand() => new("https://verifier.example", "n-0S6_WzA2Mj", TimeSpan.FromMinutes(5));

    private JsonObject Verify(string token, string? nonce = null) => new()
    {
        ["ask"] = "sdVerify", ["token"] = token, ["jwk"] = _party.IssuerJwk, ["nonce"] = nonce, ["now"] = NowSeconds,
    };

    private JsonObject Proof(string ask, JsonObject document) => new()
    {
        ["ask"] = ask, ["document"] = document, ["keyId"] = _party.Issuer.KeyId, ["controller"] = OracleParty.Did,
        ["multikey"] = Multikey.Encode(_party.Issuer.Key.Public), ["secretKeyMultibase"] = _party.SecretMultikey,
    };

    private static bool Refused(Action verify)
    {
        try
        {
            verify();
            return false;
        }
        catch (ProblemException)
        {
            return true;
        }
    }

    private static void Same(JsonElement left, JsonElement right)
    {
        var (one, other) = (JsonObject.Create(left)!, JsonObject.Create(right)!);
        foreach (var added in (string[])["iat", "_sd_alg"])
        {
            one.Remove(added);
            other.Remove(added);
        }

        VersionHash.Of(JsonSerializer.SerializeToElement(one)).ShouldBe(VersionHash.Of(JsonSerializer.SerializeToElement(other)));
    }
}
