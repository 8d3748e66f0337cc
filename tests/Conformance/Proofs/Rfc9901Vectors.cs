using System.Text.Json;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>The first example of RFC 9901, sections 5.1 and 5.2: issued token, presentation with the holder's proof, digests.</summary>
public sealed class Rfc9901Vectors
{
    private const string Jwt =
        "eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImV4YW1wbGUrc2Qtand0In0.eyJfc2QiOiBbIkNyUWU3UzVrcUJBSHQtbk1ZWGdj"
        + "NmJkdDJTSDVhVFkxc1VfTS1QZ2tqUEkiLCAiSnpZakg0c3ZsaUgwUjNQeUVNZmVadTZKdDY5dTVxZWhabzdGN0VQWWxTRSIs"
        + "ICJQb3JGYnBLdVZ1Nnh5bUphZ3ZrRnNGWEFiUm9jMkpHbEFVQTJCQTRvN2NJIiwgIlRHZjRvTGJnd2Q1SlFhSHlLVlFaVTlV"
        + "ZEdFMHc1cnREc3JaemZVYW9tTG8iLCAiWFFfM2tQS3QxWHlYN0tBTmtxVlI2eVoyVmE1TnJQSXZQWWJ5TXZSS0JNTSIsICJY"
        + "ekZyendzY002R242Q0pEYzZ2Vks4QmtNbmZHOHZPU0tmcFBJWmRBZmRFIiwgImdiT3NJNEVkcTJ4Mkt3LXc1d1BFemFrb2I5"
        + "aFYxY1JEMEFUTjNvUUw5Sk0iLCAianN1OXlWdWx3UVFsaEZsTV8zSmx6TWFTRnpnbGhRRzBEcGZheVF3TFVLNCJdLCAiaXNz"
        + "IjogImh0dHBzOi8vaXNzdWVyLmV4YW1wbGUuY29tIiwgImlhdCI6IDE2ODMwMDAwMDAsICJleHAiOiAxODgzMDAwMDAwLCAi"
        + "c3ViIjogInVzZXJfNDIiLCAibmF0aW9uYWxpdGllcyI6IFt7Ii4uLiI6ICJwRm5kamtaX1ZDem15VGE2VWpsWm8zZGgta284"
        + "YUlLUWM5RGxHemhhVllvIn0sIHsiLi4uIjogIjdDZjZKa1B1ZHJ5M2xjYndIZ2VaOGtoQXYxVTFPU2xlclAwVmtCSnJXWjAi"
        + "fV0sICJfc2RfYWxnIjogInNoYS0yNTYiLCAiY25mIjogeyJqd2siOiB7Imt0eSI6ICJFQyIsICJjcnYiOiAiUC0yNTYiLCAi"
        + "eCI6ICJUQ0FFUjE5WnZ1M09IRjRqNFc0dmZTVm9ISVAxSUxpbERsczd2Q2VHZW1jIiwgInkiOiAiWnhqaVdXYlpNUUdIVldL"
        + "VlE0aGJTSWlyc1ZmdWVjQ0U2dDRqVDlGMkhaUSJ9fX0.MczwjBFGtzf-6WMT-hIvYbkb11NrV1WMO-jTijpMPNbswNzZ87wY"
        + "2uHz-CXo6R04b7jYrpj9mNRAvVssXou1iw";

    private const string KeyBindingJwt =
        "eyJhbGciOiAiRVMyNTYiLCAidHlwIjogImtiK2p3dCJ9.eyJub25jZSI6ICIxMjM0NTY3ODkwIiwgImF1ZCI6ICJodH"
        + "RwczovL3ZlcmlmaWVyLmV4YW1wbGUub3JnIiwgImlhdCI6IDE3NDg1MzcyNDQsICJzZF9oYXNoIjogIjBfQWYtMkItRWhMV1"
        + "g1eWRoX3cyeHp3bU82aU02NkJfMlFDRWFuSTRmVVkifQ.T3SIus2OidNl41nmVkTZVCKKhOAX97aOldMyHFiYjHm261eLiJ1"
        + "YiuONFiMN8QlCmYzDlBLAdPvrXh52KaLgUQ";

    private const string GivenName = "WyIyR0xDNDJzS1F2ZUNmR2ZyeU5STjl3IiwgImdpdmVuX25hbWUiLCAiSm9obiJd";
    private const string FamilyName = "WyJlbHVWNU9nM2dTTklJOEVZbnN4QV9BIiwgImZhbWlseV9uYW1lIiwgIkRvZSJd";
    private const string Address =
        "WyJBSngtMDk1VlBycFR0TjRRTU9xUk9BIiwgImFkZHJlc3MiLCB7InN0cmVldF9hZGRyZXNzIjogIjEyMyBNYWluIFN0IiwgImxvY2FsaXR5IjogIkFueXRvd24iLCAicmVnaW9uIjogIkFueXN0YXRlIiwgImNvdW50cnkiOiAiVVMifV0";

    private const string UnitedStates = "WyJsa2x4RjVqTVlsR1RQVW92TU5JdkNBIiwgIlVTIl0";

    private static readonly string[] Issued =
    [
        GivenName, FamilyName,
        "WyI2SWo3dE0tYTVpVlBHYm9TNXRtdlZBIiwgImVtYWlsIiwgImpvaG5kb2VAZXhhbXBsZS5jb20iXQ",
        "WyJlSThaV205UW5LUHBOUGVOZW5IZGhRIiwgInBob25lX251bWJlciIsICIrMS0yMDItNTU1LTAxMDEiXQ",
        "WyJRZ19PNjR6cUF4ZTQxMmExMDhpcm9BIiwgInBob25lX251bWJlcl92ZXJpZmllZCIsIHRydWVd",
        Address,
        "WyJQYzMzSk0yTGNoY1VfbEhnZ3ZfdWZRIiwgImJpcnRoZGF0ZSIsICIxOTQwLTAxLTAxIl0",
        "WyJHMDJOU3JRZmpGWFE3SW8wOXN5YWpBIiwgInVwZGF0ZWRfYXQiLCAxNTcwMDAwMDAwXQ",
        UnitedStates,
        "WyJuUHVvUW5rUkZxM0JJZUFtN0FuWEZBIiwgIkRFIl0",
    ];

    private static readonly string[] Digests =
    [
        "jsu9yVulwQQlhFlM_3JlzMaSFzglhQG0DpfayQwLUK4", "TGf4oLbgwd5JQaHyKVQZU9UdGE0w5rtDsrZzfUaomLo",
        "JzYjH4svliH0R3PyEMfeZu6Jt69u5qehZo7F7EPYlSE", "PorFbpKuVu6xymJagvkFsFXAbRoc2JGlAUA2BA4o7cI",
        "XQ_3kPKt1XyX7KANkqVR6yZ2Va5NrPIvPYbyMvRKBMM", "XzFrzwscM6Gn6CJDc6vVK8BkMnfG8vOSKfpPIZdAfdE",
        "gbOsI4Edq2x2Kw-w5wPEzakob9hV1cRD0ATN3oQL9JM", "CrQe7S5kqBAHt-nMYXgc6bdt2SH5aTY1sU_M-PgkjPI",
        "pFndjkZ_VCzmyTa6UjlZo3dh-ko8aIKQc9DlGzhaVYo", "7Cf6JkPudry3lcbwHgeZ8khAv1U1OSlerP0VkBJrWZ0",
    ];

    private static readonly DateTimeOffset Now = DateTimeOffset.FromUnixTimeSeconds(1_748_537_300);
    private static readonly KeyBindingDemand Demand = new("https://verifier.example.org", "1234567890", TimeSpan.FromMinutes(5));

    [Fact]
    public void Digests_of_all_ten_disclosures_come_out_as_printed() =>
        Issued.Select(text => Disclosure.Parse(text).Digest).ShouldBe(Digests);

    [Fact]
    public void The_issued_token_verifies_to_the_claims_of_the_example()
    {
        var verified = SdJwtVerifier.Verify(new SdJwt(Jwt, Issued, null), Policy(null));
        verified.Hidden.ShouldBe(0);
        VersionHash.Of(verified.Claims).ShouldBe(VersionHash.Of(
            """
            {"sub":"user_42","given_name":"John","family_name":"Doe","email":"johndoe@example.com","phone_number":"+1-202-555-0101",
             "phone_number_verified":true,"address":{"street_address":"123 Main St","locality":"Anytown","region":"Anystate","country":"US"},
             "birthdate":"1940-01-01","updated_at":1570000000,"nationalities":["US","DE"],"iss":"https://issuer.example.com","iat":1683000000,
             "exp":1883000000,"cnf":{"jwk":{"kty":"EC","crv":"P-256","x":"TCAER19Zvu3OHF4j4W4vfSVoHIP1ILilDls7vCeGemc","y":"ZxjiWWbZMQGHVWKVQ4hbSIirsVfuecCE6t4jT9F2HZQ"}}}
            """u8));
    }

    [Fact]
    public void The_presentation_with_the_holders_proof_verifies()
    {
        var verified = SdJwtVerifier.Verify(Presentation.ToString(), Policy(Demand));
        verified.IsHolderProven.ShouldBeTrue();
        verified.Hidden.ShouldBe(6);
        verified.Claims.GetProperty("nationalities").GetArrayLength().ShouldBe(1);
        verified.Claims.TryGetProperty("email", out _).ShouldBeFalse();
    }

    [Fact]
    public void The_presentation_is_refused_with_another_selection() => Refused(
        Presentation with { Disclosures = [FamilyName, Address, GivenName] }, Demand).ShouldBe(ProofProblems.KeyBindingWrong);

    [Fact]
    public void The_presentation_is_refused_on_another_occasion() => Refused(Presentation, Demand with { Nonce = "987" }).ShouldBe(ProofProblems.Replayed);

    private static SdJwt Presentation => new(Jwt, [FamilyName, Address, GivenName, UnitedStates], KeyBindingJwt);

    private static ProblemKind Refused(SdJwt token, KeyBindingDemand demand) =>
        Should.Throw<ProblemException>(() => SdJwtVerifier.Verify(token, Policy(demand))).Problem.Kind;

    private static SdPolicy Policy(KeyBindingDemand? demand) => new(new VerificationContext(Issuers(), Now), demand, "example+sd-jwt");

    private static TrustList Issuers()
    {
        using var jwk = JsonDocument.Parse("""{"kty":"EC","crv":"P-256","x":"b28d4MwZMjw8-00CG4xfnn9SLMVMM19SlqZpVb_uNtQ","y":"Xv5zWwuoaTgdS6hV43yI6gBwTnjukmFQQnJ_kCxzqk8"}""");
        const string id = "https://issuer.example.com";
        return new TrustList([new TrustedIssuer(id, "Example", [], KeyValidity.Always, [new VerificationMethod(id + "#1", KeyJson.Read(jwk.RootElement), KeyValidity.Always)])]);
    }
}
