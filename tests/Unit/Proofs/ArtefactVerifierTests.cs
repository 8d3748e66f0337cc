using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Proofs.Trust;

namespace Voltloop.Tests.Unit.Proofs;

[Trait("Requirement", "18246-1")]
[Trait("Requirement", "18246-2")]
public sealed class ArtefactVerifierTests
{
    private const string Credential =
        """{"@context":["https://www.w3.org/ns/credentials/v2"],"type":["VerifiableCredential"],"issuer":"did:web:maker.example","credentialSubject":{"id":"urn:battery:1","soh":0.9}}""";

    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, 9).Select(index => MerkleHash.Leaf([(byte)index]))];
    private static readonly MerkleProver Prover = new(LeafNodes.Over(Leaves));

    public static TheoryData<string> Artefacts =>
    [
        VcJwt.Sign(Party.Json(Credential), Party.Issuer, Party.Now),
        DataIntegrity.Sign(Party.Json(Credential), Party.Issuer, new ProofOptions(Party.Now)).ToJsonString(),
        Selective().Everything.ToString(),
        Selective().ShowGroups(new HashSet<string>()).ToString(),
    ];

    [Theory]
    [MemberData(nameof(Artefacts))]
    public void Every_form_is_recognised_and_proven(string artefact)
    {
        var report = ArtefactVerifier.Verify(artefact + "\n", Party.Context);
        report.Holds.ShouldBeTrue(report.ToString());
        report.ToString().ShouldContain("proven: Maker signed it");
        report.ToString().ShouldContain("not proven: It is in the log");
    }

    [Theory]
    [MemberData(nameof(Artefacts))]
    public void Any_changed_character_of_any_form_is_found(string artefact) =>
        Party.OneCharacterChanged(artefact).Where((changed, at) => at % 2 == 0 && ArtefactVerifier.Verify(changed, Party.Context).Holds).ShouldBeEmpty();

    [Fact]
    public void A_redacted_artefact_says_that_something_is_hidden() =>
        ArtefactVerifier.Verify(Selective().ShowGroups(new HashSet<string>()).ToString(), Party.Context).ToString().ShouldContain("not proven: All that was signed is shown (1 digests");

    [Fact]
    public void A_self_certified_signer_is_not_called_trusted()
    {
        var signed = DataIntegrity.Sign(Party.Json(Credential), new IssuerKey(DidKey.MethodOf(Party.Foreign.Public), Party.Foreign), new ProofOptions(Party.Now));
        ArtefactVerifier.Verify(signed.ToJsonString(), Party.Context with { Keys = SelfCertified.Keys }).ToString().ShouldContain("who that is, is not known");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("{")]
    [InlineData("a~b")]
    [InlineData("no artefact")]
    public void What_is_no_artefact_is_refuted_not_thrown(string text) => ArtefactVerifier.Verify(text, Party.Context).Holds.ShouldBeFalse();

    [Fact]
    public void An_entry_in_a_witnessed_log_is_proven()
    {
        var report = ArtefactVerifier.Verify(Selective().Everything.ToString(), Party.Context, Evidence(Leaves[3]));
        report.ToString().ShouldContain("\nproven: It is in the log");
        report.ToString().ShouldContain("\nproven: Others saw the same log (cosigned by w.example)");
        report.Holds.ShouldBeTrue();
    }

    [Fact]
    public void An_entry_that_is_not_in_the_log_is_refuted() =>
        ArtefactVerifier.Verify(Selective().Everything.ToString(), Party.Context, Evidence(Leaves[4])).Holds.ShouldBeFalse();

    [Fact]
    public void A_proof_of_another_size_is_refuted()
    {
        var evidence = Evidence(Leaves[3]) with { Proof = Prover.Inclusion(3, 8) };
        ArtefactVerifier.Verify(Selective().Everything.ToString(), Party.Context, evidence).Holds.ShouldBeFalse();
    }

    [Fact]
    public void A_false_cosignature_is_refuted()
    {
        var evidence = Evidence(Leaves[3]);
        var note = SignedNote.Parse(evidence.Checkpoint);
        note.Signatures[1].Bytes[20] ^= 1;
        ArtefactVerifier.Verify(Selective().Everything.ToString(), Party.Context, evidence with { Checkpoint = note.ToString() }).Holds.ShouldBeFalse();
    }

    private static IssuedSdJwt Selective() => SdJwtIssuer.Issue(
        Party.Json(Credential), [new SdMark("/credentialSubject/soh", "4")], Party.Issuer, new SdOptions(Party.Salts(), Party.Now));

    private static LogEvidence Evidence(byte[] leaf)
    {
        const string origin = "log.example";
        var note = new Checkpoint(origin, 9, Prover.Root(9)).Sign(Party.NewKey);
        note = note.With(WitnessKey.Cosign(note.Text, "w.example", Party.Foreign, Party.Now));
        return new LogEvidence(note.ToString(), Prover.Inclusion(3, 9), leaf, new LogKey(origin, Party.NewKey.Public), new WitnessKey("w.example", Party.Foreign.Public));
    }
}
