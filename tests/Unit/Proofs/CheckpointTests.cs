using Voltloop.Core.Problems;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Tests.Unit.Proofs;

public sealed class CheckpointTests : IDisposable
{
    private const string Origin = "log.maker.example/passports";

    private static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly P256SigningKey _key = P256SigningKey.Generate();
    private readonly P256SigningKey _witnessKey = P256SigningKey.Generate();
    private readonly MerkleProver _honest = Prover(0);
    private readonly MerkleProver _forged = Prover(1);
    private readonly Witness _witness;

    public CheckpointTests() => _witness = new Witness("backup.example/w1", _witnessKey);

    private LogKey Log => new(Origin, _key.Public);

    public void Dispose()
    {
        _key.Dispose();
        _witnessKey.Dispose();
    }

    [Fact]
    public void A_checkpoint_has_the_three_lines_of_the_specification()
    {
        var checkpoint = new Checkpoint("example.com/behind-the-sofa", 20852163, Convert.FromBase64String("CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I="));
        checkpoint.ToString().ShouldBe("example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
        Checkpoint.Parse(checkpoint.ToString()).IsSameTree(checkpoint).ShouldBeTrue();
    }

    [Fact]
    public void The_specifications_example_of_a_note_is_read_but_not_believed()
    {
        const string note = "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\n"
            + "— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n"
            + "— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";
        var parsed = SignedNote.Parse(note);
        parsed.ToString().ShouldBe(note);
        parsed.Signatures.Select(one => (one.Name, one.KeyId)).ShouldBe([("example.com/behind-the-sofa", 0x033de0aeU), ("witness.example.com/w1", 0x8d66cf3fU)]);
        Refused.For(ProofProblems.UnknownKey, () => parsed.Verify(Log));
    }

    [Fact]
    public void A_signed_checkpoint_opens_with_the_logs_key() =>
        Checkpoint.Open(Signed(_honest, 20), Log).IsSameTree(At(_honest, 20)).ShouldBeTrue();

    [Fact]
    public void Any_changed_character_of_a_signed_checkpoint_is_found()
    {
        var note = Signed(_honest, 20);
        for (var at = 0; at < note.Length; at++)
        {
            var changed = $"{note[..at]}{(char)(note[at] ^ 1)}{note[(at + 1)..]}";
            Refused.AtAll(() => Checkpoint.Open(changed, Log)).ShouldBeTrue($"{at}: {changed}");
        }
    }

    [Fact]
    public void The_log_s_key_survives_as_a_line()
    {
        LogKey.Parse(Log.ToString()).Key.ShouldBe(Log.Key);
        Refused.For(ProofProblems.InvalidKey, () => LogKey.Parse(Log.ToString().Replace("+", "+0", StringComparison.Ordinal)));
        Refused.For(ProofProblems.InvalidKey, () => LogKey.Parse("x+00000000+AQ=="));
        Refused.For(ProofProblems.InvalidKey, () => LogKey.Parse("no key"));
    }

    [Fact]
    public void A_checkpoint_signed_by_another_key_is_refused() =>
        Refused.For(ProofProblems.UnknownKey, () => Checkpoint.Open(At(_honest, 20).Sign(_witnessKey).ToString(), Log));

    [Fact]
    public void A_checkpoint_of_another_log_signed_with_this_logs_name_is_refused() =>
        Refused.For(ProofProblems.OtherLog, () => Checkpoint.Open(LogKey.Sign((At(_honest, 20) with { Origin = "other" }).ToString(), Origin, _key).ToString(), Log));

    [Fact]
    public void A_false_signature_of_a_known_key_refuses_the_whole_note()
    {
        var note = SignedNote.Parse(Signed(_honest, 20));
        var moved = note with { Text = At(_honest, 21).ToString() };
        Refused.For(ProofProblems.BadSignature, () => moved.Verify(Log));
    }

    [Theory]
    [InlineData("a\n")]
    [InlineData("a\n\n")]
    [InlineData("a\n\n— x\n")]
    [InlineData("a\n\n- x AAAAAAA=\n")]
    [InlineData("a\n\n— x AAAA\n")]
    [InlineData("a\n\n— x AAAAAAA=")]
    [InlineData("a\t\n\n— x AAAAAAA=\n")]
    [InlineData("a\n\n— x AAAAAAB=\n")]
    [InlineData("a\n\n— x AAAAAAA=\n\n")]
    public void Text_that_is_not_a_signed_note_is_refused(string note) => Refused.For(CommonProblems.MalformedInput, () => SignedNote.Parse(note));

    [Fact]
    public void A_key_name_with_plus_is_refused() => Refused.For(CommonProblems.InvalidIdentifier, () => LogKey.Sign("a\n", "a+b", _key));

    [Fact]
    public void A_note_with_too_many_signatures_is_refused() => Refused.For(
        CommonProblems.LimitExceeded, () => SignedNote.Parse("a\n\n" + string.Concat(Enumerable.Repeat("— x AAAAAAA=\n", SignedNote.MaxSignatures + 1))));

    [Fact]
    public void A_note_that_is_too_long_is_refused() => Refused.For(CommonProblems.LimitExceeded, () => SignedNote.Parse(new string('a', SignedNote.MaxCharacters + 1)));

    [Theory]
    [InlineData("log\n007\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("log\n-1\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("log\n7\nCsUYapGGPo4d\n")]
    [InlineData("\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n")]
    [InlineData("log\n7\n")]
    [InlineData("log\n7\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n\nx\n")]
    public void Text_that_is_not_a_checkpoint_is_refused(string text) => Refused.For(CommonProblems.MalformedInput, () => Checkpoint.Parse(text));

    [Fact]
    public void Growth_with_its_proof_is_fine()
    {
        LogWatch.Compare(At(_honest, 10), At(_honest, 30), _honest.Consistency(10, 30)).ShouldBeNull();
        LogWatch.Compare(At(_honest, 10), At(_honest, 10), null).ShouldBeNull();
        LogWatch.Compare(At(_honest, 0), At(_honest, 10), null).ShouldBeNull();
    }

    [Fact]
    public void Two_roots_for_one_size_are_a_split_view() =>
        LogWatch.Compare(At(_honest, 10), At(_forged, 10), null)!.Kind.ShouldBe(ProofProblems.SplitView);

    [Fact]
    public void A_smaller_log_was_truncated() => LogWatch.Compare(At(_honest, 10), At(_honest, 9), null)!.Kind.ShouldBe(ProofProblems.LogTruncated);

    [Fact]
    public void A_log_with_another_past_was_rewritten() =>
        LogWatch.Compare(At(_honest, 10), At(_forged, 30), _forged.Consistency(10, 30))!.Kind.ShouldBe(ProofProblems.LogRewritten);

    [Fact]
    public void Growth_without_proof_is_not_believed() => LogWatch.Compare(At(_honest, 10), At(_honest, 30), null)!.Kind.ShouldBe(ProofProblems.ProofMissing);

    [Fact]
    public void Growth_with_a_proof_of_other_sizes_is_not_believed() =>
        LogWatch.Compare(At(_honest, 10), At(_honest, 30), _honest.Consistency(11, 30))!.Kind.ShouldBe(ProofProblems.ProofMissing);

    [Fact]
    public void A_checkpoint_of_another_log_is_not_compared() =>
        LogWatch.Compare(At(_honest, 10), At(_honest, 10) with { Origin = "other" }, null)!.Kind.ShouldBe(ProofProblems.OtherLog);

    [Fact]
    public void An_empty_log_with_another_root_is_refused() =>
        LogWatch.Compare(At(_honest, 0) with { Root = new byte[32] }, At(_honest, 3), null)!.Kind.ShouldBe(ProofProblems.MerkleMismatch);

    [Fact]
    public void A_witness_cosigns_growth_and_says_when()
    {
        var note = _witness.Cosign(Signed(_honest, 30), Log, (At(_honest, 10), _honest.Consistency(10, 30)), Now);
        var witness = new WitnessKey("backup.example/w1", _witnessKey.Public);
        SignedNote.Parse(note.ToString()).Verify(Log, witness).ShouldBe([Origin, "backup.example/w1"]);
        WitnessKey.TimeOf(note.Signatures[1]).ShouldBe(Now);
    }

    [Fact]
    public void A_witness_does_not_cosign_a_rewritten_log() => Refused.For(
        ProofProblems.LogRewritten, () => _witness.Cosign(Signed(_forged, 30), Log, (At(_honest, 10), _forged.Consistency(10, 30)), Now));

    [Fact]
    public void A_witness_does_not_cosign_a_split_view() =>
        Refused.For(ProofProblems.SplitView, () => _witness.Cosign(Signed(_forged, 10), Log, (At(_honest, 10), null), Now));

    [Fact]
    public void A_witness_does_not_cosign_what_the_log_did_not_sign() =>
        Refused.For(ProofProblems.UnknownKey, () => _witness.Cosign(At(_honest, 10).Sign(_witnessKey).ToString(), Log, default, Now));

    [Fact]
    public void Another_time_in_a_cosignature_is_found()
    {
        var note = _witness.Cosign(Signed(_honest, 30), Log, default, Now);
        note.Signatures[1].Bytes[7] ^= 1;
        Refused.For(ProofProblems.BadSignature, () => note.Verify(new WitnessKey("backup.example/w1", _witnessKey.Public)));
    }

    private static MerkleProver Prover(byte kind) => new(new LeafNodes(index => MerkleHash.Leaf([(byte)index, index == 4 ? kind : (byte)0])));

    private static Checkpoint At(MerkleProver prover, ulong size) => new(Origin, size, prover.Root(size));

    private string Signed(MerkleProver prover, ulong size) => At(prover, size).Sign(_key).ToString();
}
