using System.Text.Json.Nodes;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Unit.Proofs;

[Trait("Requirement", "18246-3")]
public sealed class DataIntegrityTests
{
    private static JsonObject Document => new()
    {
        ["@context"] = new JsonArray("https://www.w3.org/ns/credentials/v2"),
        ["type"] = new JsonArray("VerifiableCredential"),
        ["issuer"] = Party.Did,
        ["credentialSubject"] = new JsonObject { ["id"] = "urn:battery:1", ["mass"] = 412.5 },
    };

    [Fact]
    public void A_signed_document_verifies_and_comes_out_without_its_proof()
    {
        var verified = Verify(Signed());
        verified.Signer.KeyId.ShouldBe(Party.Issuer.KeyId);
        VersionHash.Of(verified.Content).ShouldBe(VersionHash.Of(Party.Json(Document)));
    }

    [Fact]
    public void Order_and_spacing_do_not_matter()
    {
        var text = Signed().ToJsonString(new System.Text.Json.JsonSerializerOptions { WriteIndented = true });
        DataIntegrity.Verify(Party.Json(text), Party.Context).Signer.Issuer.ShouldBe(Party.Did);
    }

    [Fact]
    public void Any_changed_character_is_found()
    {
        var text = Signed().ToJsonString();
        Party.OneCharacterChanged(text).Where(changed => !Refused.AtAll(() => DataIntegrity.Verify(StrictJson.Parse(System.Text.Encoding.UTF8.GetBytes(changed)), Party.Context))).ShouldBeEmpty();
    }

    [Fact]
    public void A_document_without_proof_is_refused() => Refused.For(ProofProblems.ProofMissing, () => Verify(Document));

    [Theory]
    [InlineData("eddsa-jcs-2022")]
    [InlineData("ecdsa-rdfc-2019")]
    [InlineData("none")]
    public void Another_suite_is_refused(string suite) => RefusedWith(ProofProblems.AlgorithmRefused, proof => proof["cryptosuite"] = suite);

    [Fact]
    public void Another_type_of_proof_is_refused() => RefusedWith(ProofProblems.ProofRefused, proof => proof["type"] = "Ed25519Signature2020");

    [Fact]
    public void Another_purpose_is_refused() => RefusedWith(ProofProblems.ProofRefused, proof => proof["proofPurpose"] = "authentication");

    [Fact]
    public void A_chain_of_proofs_is_refused() => RefusedWith(ProofProblems.ProofRefused, proof => proof["previousProof"] = "urn:x");

    [Fact]
    public void A_proof_without_key_is_refused() => RefusedWith(ProofProblems.UnknownKey, proof => proof.Remove("verificationMethod"));

    [Fact]
    public void A_proof_with_an_unknown_key_is_refused() => RefusedWith(ProofProblems.UnknownKey, proof => proof["verificationMethod"] = Party.Did + "#9");

    [Fact]
    public void A_proof_without_value_is_refused() => RefusedWith(ProofProblems.ProofMissing, proof => proof.Remove("proofValue"));

    [Fact]
    public void A_value_in_another_base_is_refused() => RefusedWith(ProofProblems.BadSignature, proof => proof["proofValue"] = "uAAAA");

    [Fact]
    public void A_proof_that_is_no_object_is_refused()
    {
        var signed = Signed();
        signed["proof"] = "signed, believe me";
        Refused.For(ProofProblems.ProofRefused, () => Verify(signed));
    }

    [Fact]
    public void A_proof_from_the_future_is_refused() =>
        Refused.For(ProofProblems.NotYetValid, () => Verify(Sign(Document, new ProofOptions(Party.Now.AddHours(1)))));

    [Fact]
    public void An_expired_proof_is_refused() =>
        Refused.For(ProofProblems.Expired, () => Verify(Sign(Document, new ProofOptions(Party.Now.AddHours(-2), Party.Now.AddHours(-1)))));

    [Fact]
    public void An_expired_credential_is_refused()
    {
        var document = Document;
        document["validUntil"] = "2027-02-01T00:00:00Z";
        Refused.For(ProofProblems.Expired, () => Verify(Sign(document, new ProofOptions(Party.Now))));
    }

    [Fact]
    public void A_document_of_another_issuer_is_refused()
    {
        var document = Document;
        document["issuer"] = "did:web:other.example";
        Refused.For(ProofProblems.WrongIssuer, () => Verify(Sign(document, new ProofOptions(Party.Now))));
    }

    [Fact]
    public void A_context_put_before_the_signed_ones_is_refused()
    {
        var signed = Signed();
        signed["@context"]!.AsArray().Insert(0, "https://evil.example/context");
        Refused.For(ProofProblems.BadSignature, () => Verify(signed));
    }

    [Fact]
    public void A_proof_of_another_document_is_refused()
    {
        var other = Document;
        other["credentialSubject"]!["id"] = "urn:battery:2";
        other["proof"] = Signed()["proof"]!.DeepClone();
        Refused.For(ProofProblems.BadSignature, () => Verify(other));
    }

    [Fact]
    public void Every_proof_of_several_must_hold()
    {
        var (signed, proof) = (Signed(), Signed()["proof"]!.AsObject());
        signed["proof"] = new JsonArray(signed["proof"]!.DeepClone(), proof.DeepClone());
        Verify(signed).Signer.Issuer.ShouldBe(Party.Did);
        proof["created"] = "2027-03-01T11:00:00Z";
        signed["proof"]!.AsArray().Add(proof.DeepClone());
        Refused.For(ProofProblems.BadSignature, () => Verify(signed));
    }

    [Fact]
    public void Too_many_proofs_are_refused()
    {
        var signed = Signed();
        signed["proof"] = new JsonArray([.. Enumerable.Range(0, DataIntegrity.MaxProofs + 1).Select(_ => signed["proof"]!.DeepClone())]);
        Refused.For(CommonProblems.LimitExceeded, () => Verify(signed));
    }

    [Fact]
    public void A_document_that_means_two_things_is_refused() =>
        Refused.For(CanonicalProblems.DuplicateMember, () => DataIntegrity.Verify(Party.Json("""{"a":1,"a":2,"proof":{}}"""), Party.Context));

    [Fact]
    public void A_document_with_a_proof_is_not_signed_again() => Refused.For(ProofProblems.ProofRefused, () => Sign(Signed(), new ProofOptions(Party.Now)));

    [Fact]
    public void What_is_no_object_is_not_signed() =>
        Refused.For(ProofProblems.DataModel, () => DataIntegrity.Sign(Party.Json("[1]"), Party.Issuer, new ProofOptions(Party.Now)));

    [Fact]
    public void A_self_certified_key_proves_a_holder_and_names_nobody()
    {
        var signed = DataIntegrity.Sign(Party.Json(Document), new IssuerKey(DidKey.MethodOf(Party.Foreign.Public), Party.Foreign), new ProofOptions(Party.Now));
        var context = Party.Context with { Keys = SelfCertified.Keys };
        DataIntegrity.Verify(Party.Json(signed), context).Signer.Issuer.ShouldBe(DidKey.Of(Party.Foreign.Public));
        Refused.For(ProofProblems.UntrustedIssuer, () => Verify(signed));
    }

    private static JsonObject Signed() => Sign(Document, new ProofOptions(Party.Now));

    private static JsonObject Sign(JsonObject document, ProofOptions options) => DataIntegrity.Sign(Party.Json(document), Party.Issuer, options);

    private static VerifiedCredential Verify(JsonObject document) => DataIntegrity.Verify(Party.Json(document), Party.Context);

    private static void RefusedWith(ProblemKind kind, Action<JsonObject> change)
    {
        var signed = Signed();
        change(signed["proof"]!.AsObject());
        Refused.For(kind, () => Verify(signed));
    }
}
