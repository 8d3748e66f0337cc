using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>
/// Shows that a tree contains an earlier tree unchanged (RFC 6962, section 2.1.2), or a subtree
/// (draft-ietf-plants-merkle-tree-certs, section "Subtree Consistency Proofs").
/// </summary>
/// <param name="Old">The earlier tree <c>[0, size)</c>, or a subtree.</param>
/// <param name="Size">Leaves of the later tree.</param>
/// <param name="Path">Hashes, 32 bytes each.</param>
public sealed record ConsistencyProof(Subtree Old, ulong Size, IReadOnlyList<byte[]> Path)
{
    /// <summary>A proof between two whole trees. RFC 9162 knows none from an empty tree: everything is consistent with it.</summary>
    public static ConsistencyProof BetweenTrees(ulong oldSize, ulong newSize, IReadOnlyList<byte[]> path) =>
        new(new Subtree(0, oldSize), newSize, path);

    /// <summary>What refutes the proof between two trees; <c>null</c> when the later one contains the earlier one.</summary>
    /// <param name="oldRoot">Root of the earlier tree.</param>
    /// <param name="newRoot">Root of the later tree.</param>
    public Problem? Check(ReadOnlySpan<byte> oldRoot, ReadOnlySpan<byte> newRoot) => Old.Size == 0
        ? new Problem(ProofProblems.MerkleShape, "A proof from an empty tree proves nothing.")
        : CheckSubtree(oldRoot, newRoot);

    /// <summary>What refutes the proof of a subtree; an empty subtree needs no path and its root is that of no leaves.</summary>
    /// <param name="subtreeRoot">Root of the subtree.</param>
    /// <param name="treeRoot">Root of the tree.</param>
    public Problem? CheckSubtree(ReadOnlySpan<byte> subtreeRoot, ReadOnlySpan<byte> treeRoot)
    {
        if (!Old.IsValid || Old.End > Size)
        {
            return new Problem(ProofProblems.MerkleShape, $"[{Old.Start}, {Old.End}) is no subtree of {Size} leaves.");
        }

        return Old.Size == 0 ? CheckEmpty(subtreeRoot) : new ConsistencyClimb(this, subtreeRoot.ToArray()).Check(treeRoot);
    }

    private Problem? CheckEmpty(ReadOnlySpan<byte> root) => Path.Count == 0 && root.SequenceEqual(MerkleHash.Empty)
        ? null
        : new Problem(ProofProblems.MerkleMismatch, "The root of an empty subtree is the hash of nothing, and its proof is empty.");
}
