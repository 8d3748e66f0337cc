using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>The P-256 vector of ecdsa-jcs-2019 in W3C vc-di-ecdsa, step by step.</summary>
public sealed class DataIntegrityVectors
{
    private static readonly VerificationContext Context = new(SelfCertified.Keys, new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));

    [Fact]
    public void The_signed_vector_verifies() =>
        DataIntegrity.Verify(Signed(), Context).Signer.Issuer.ShouldBe("did:key:zDnaepBuvsQ8cpsWrVKw8fbpGpvPeNSjVPTWoq6cRqaYzBKVP");

    [Fact]
    public void Canonical_forms_and_hashes_come_out_as_published()
    {
        var configuration = StrictJson.Parse(Bytes("proofConfigJCSECDSAP256.json"));
        var unsigned = StrictJson.Parse(File.ReadAllBytes(Path.Combine(Folder(), "..", "unsigned.json")));
        Encoding.UTF8.GetString(CanonicalJson.Of(unsigned)).ShouldBe(Text("canonDocJCSECDSAP256.txt"));
        Encoding.UTF8.GetString(CanonicalJson.Of(configuration)).ShouldBe(Text("proofCanonJCSECDSAP256.txt"));
        Convert.ToHexStringLower(DataIntegrity.HashData(unsigned, configuration)).ShouldBe(Text("combinedHashJCSECDSAP256.txt"));
        Convert.ToHexStringLower(Multikey.DecodeBytes(Text("sigBTC58JCSECDSAP256.txt"))).ShouldBe(Text("sigHexJCSECDSAP256.txt"));
    }

    [Fact]
    public void Signing_the_unsigned_vector_again_gives_the_same_proof_but_for_the_random_signature()
    {
        var pair = StrictJson.Parse(File.ReadAllBytes(Path.Combine(Folder(), "..", "p256KeyPair.json")));
        using var key = Multikey.DecodeSecret(pair.GetProperty("secretKeyMultibase").GetString()!);
        Multikey.Encode(key.Public).ShouldBe(pair.GetProperty("publicKeyMultibase").GetString());
        var unsigned = StrictJson.Parse(File.ReadAllBytes(Path.Combine(Folder(), "..", "unsigned.json")));
        var ours = DataIntegrity.Sign(unsigned, new IssuerKey(DidKey.MethodOf(key.Public), key), new ProofOptions(DateTimeOffset.Parse("2023-02-24T23:36:38Z")));
        DataIntegrity.Verify(JsonSerializer.SerializeToElement(ours), Context);
        WithoutValue(ours).ShouldBe(WithoutValue(JsonObject.Create(Signed())!));
    }

    [Theory]
    [InlineData("\"Alumni Credential\"", "\"Alumnus Credential\"")]
    [InlineData("\"2023-02-24T23:36:38Z\"", "\"2023-02-24T23:36:39Z\"")]
    [InlineData("z5ptCet7", "z5ptCet8")]
    public void The_vector_is_refused_when_anything_in_it_changes(string from, string to)
    {
        var tampered = StrictJson.Parse(Encoding.UTF8.GetBytes(Text("signedJCSECDSAP256.json").Replace(from, to, StringComparison.Ordinal)));
        Should.Throw<ProblemException>(() => DataIntegrity.Verify(tampered, Context)).Problem.Kind.ShouldBe(ProofProblems.BadSignature);
    }

    [Fact]
    public void The_P_384_vector_is_refused_with_its_reason()
    {
        var path = Path.Combine(SharedData.Require("passport", "vectors", "vc-di-ecdsa", "TestVectors", "ecdsa-jcs-2019-p384"), "signedJCSECDSAP384.json");
        var signed = StrictJson.Parse(File.ReadAllBytes(path));
        Should.Throw<ProblemException>(() => DataIntegrity.Verify(signed, Context)).Problem.Kind.ShouldBe(ProofProblems.InvalidKey);
    }

    private static string WithoutValue(JsonObject signed)
    {
        signed["proof"]!.AsObject().Remove("proofValue");
        return VersionHash.Of(JsonSerializer.SerializeToElement(signed)).Hex;
    }

    private static string Folder() => SharedData.Require("passport", "vectors", "vc-di-ecdsa", "TestVectors", "ecdsa-jcs-2019-p256");

    private static JsonElement Signed() => StrictJson.Parse(Bytes("signedJCSECDSAP256.json"));

    private static byte[] Bytes(string name) => File.ReadAllBytes(Path.Combine(Folder(), name));

    private static string Text(string name) => File.ReadAllText(Path.Combine(Folder(), name)).Trim();
}
