using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Tests.Unit.Proofs;

public sealed class MerkleProofTests
{
    private const int Largest = 40;

    private static readonly byte[][] Leaves = [.. Enumerable.Range(0, Largest).Select(index => MerkleHash.Leaf([(byte)index, 7]))];
    private static readonly MerkleProver Prover = new(LeafNodes.Over(Leaves));

    public static TheoryData<int> Sizes => [.. Enumerable.Range(1, Largest)];

    [Theory]
    [MemberData(nameof(Sizes))]
    public void The_root_is_that_of_the_records_tree(int size) => Prover.Root((ulong)size).ShouldBe(MerkleTree.Root(Leaves[..size].SelectMany(leaf => leaf).ToArray()));

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_leaf_is_proven_and_no_other_leaf_with_its_proof(int size)
    {
        var root = Prover.Root((ulong)size);
        for (var leaf = 0; leaf < size; leaf++)
        {
            var proof = Prover.Inclusion((ulong)leaf, (ulong)size);
            proof.Check(Leaves[leaf], root).ShouldBeNull();
            proof.Check(Leaves[(leaf + 1) % Largest], root)!.Kind.ShouldBe(ProofProblems.MerkleMismatch);
        }
    }

    [Theory]
    [MemberData(nameof(Sizes))]
    public void Every_smaller_tree_is_proven_to_be_contained(int size)
    {
        var root = Prover.Root((ulong)size);
        for (ulong old = 1; old <= (ulong)size; old++)
        {
            var proof = Prover.Consistency(old, (ulong)size);
            proof.Check(Prover.Root(old), root).ShouldBeNull();
            proof.Check(MerkleHash.Leaf([9]), root).ShouldNotBeNull();
            proof.Check(Prover.Root(old), MerkleHash.Leaf([9])).ShouldNotBeNull();
        }
    }

    [Fact]
    public void Every_subtree_and_its_leaves_are_proven()
    {
        var root = Prover.Root(Largest);
        var all = from start in Enumerable.Range(0, Largest) from end in Enumerable.Range(start, Largest - start + 1) select new Subtree((ulong)start, (ulong)end);
        Subtree[] valid = [.. all.Where(one => one.IsValid)];
        valid.Length.ShouldBeGreaterThan(150);
        foreach (var subtree in valid)
        {
            Prover.Consistency(subtree, Largest).CheckSubtree(Prover.Root(subtree), root).ShouldBeNull($"{subtree}");
            for (var leaf = subtree.Start; leaf < subtree.End; leaf++)
            {
                Prover.Inclusion(leaf, subtree).Check(Leaves[leaf], Prover.Root(subtree)).ShouldBeNull($"{subtree} {leaf}");
            }
        }
    }

    [Fact]
    public void A_proof_with_any_bit_flipped_proves_nothing()
    {
        var (inclusion, consistency) = (Prover.Inclusion(11, 37), Prover.Consistency(23, 37));
        for (var bit = 0; bit < 256; bit++)
        {
            Flipped(inclusion.Path, bit).All(path => (inclusion with { Path = path }).Check(Leaves[11], Prover.Root(37)) is not null).ShouldBeTrue();
            Flipped(consistency.Path, bit).All(path => (consistency with { Path = path }).Check(Prover.Root(23), Prover.Root(37)) is not null).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_proof_for_another_log_proves_nothing()
    {
        byte[][] others = [.. Enumerable.Range(0, Largest).Select(index => MerkleHash.Leaf([(byte)index, 8]))];
        var other = new MerkleProver(LeafNodes.Over(others));
        other.Inclusion(5, 20).Check(others[5], Prover.Root(20))!.Kind.ShouldBe(ProofProblems.MerkleMismatch);
        other.Consistency(10, 20).Check(other.Root(10), Prover.Root(20))!.Kind.ShouldBe(ProofProblems.MerkleMismatch);
    }

    [Fact]
    public void A_proof_that_is_too_long_or_too_short_has_no_shape()
    {
        var proof = Prover.Inclusion(3, 9);
        (proof with { Path = [.. proof.Path, Leaves[0]] }).Check(Leaves[3], Prover.Root(9))!.Kind.ShouldBe(ProofProblems.MerkleShape);
        (proof with { Path = [.. proof.Path.Take(2)] }).Check(Leaves[3], Prover.Root(9))!.Kind.ShouldBe(ProofProblems.MerkleShape);
    }

    [Fact]
    public void A_leaf_outside_of_the_tree_has_no_proof() => Refused.For(CommonProblems.InvalidValue, () => Prover.Inclusion(9, 9));

    [Fact]
    public void An_empty_tree_has_no_consistency_proof() => Refused.For(CommonProblems.InvalidValue, () => Prover.Consistency(0, 9));

    [Fact]
    public void A_larger_tree_is_not_contained_in_a_smaller_one() => Refused.For(CommonProblems.InvalidValue, () => Prover.Consistency(10, 9));

    private static IEnumerable<IReadOnlyList<byte[]>> Flipped(IReadOnlyList<byte[]> path, int bit)
    {
        for (var i = 0; i < path.Count; i++)
        {
            byte[][] copy = [.. path.Select(hash => (byte[])hash.Clone())];
            copy[i][bit / 8] ^= (byte)(1 << (bit % 8));
            yield return copy;
        }
    }
}
