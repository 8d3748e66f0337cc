using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Shows that a leaf is in a tree (RFC 6962, section 2.1.1) or in a subtree of it.</summary>
/// <param name="Index">Position of the leaf in the log, from 0.</param>
/// <param name="Within">The tree <c>[0, size)</c>, or a subtree.</param>
/// <param name="Path">Hashes from the leaf's sibling up, 32 bytes each.</param>
public sealed record InclusionProof(ulong Index, Subtree Within, IReadOnlyList<byte[]> Path)
{
    /// <summary>A proof for a whole tree.</summary>
    public static InclusionProof InTree(ulong index, ulong size, IReadOnlyList<byte[]> path) => new(index, new Subtree(0, size), path);

    /// <summary>What refutes the proof; <c>null</c> when it proves that the leaf is under the root.</summary>
    /// <param name="leafHash">Hash of the leaf, 32 bytes.</param>
    /// <param name="root">Root of the tree or subtree, 32 bytes.</param>
    public Problem? Check(ReadOnlySpan<byte> leafHash, ReadOnlySpan<byte> root)
    {
        if (!Within.IsValid || Index < Within.Start || Index >= Within.End)
        {
            return new Problem(ProofProblems.MerkleShape, $"Leaf {Index} is not in [{Within.Start}, {Within.End}) or that is no subtree.");
        }

        var climb = new InclusionClimb(Index - Within.Start, Within.Size - 1, leafHash.ToArray());
        return climb.Along(Path) ?? climb.Expect(root);
    }
}
