using Voltloop.Core.Problems;
using Voltloop.Record.Log;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Climbs from a leaf to the root as RFC 9162, section 2.1.3.2, describes.</summary>
internal sealed class InclusionClimb
{
    private ulong _node;
    private ulong _last;
    private byte[] _hash;

    public InclusionClimb(ulong index, ulong lastLeaf, byte[] leafHash) => (_node, _last, _hash) = (index, lastLeaf, leafHash);

    public Problem? Along(IReadOnlyList<byte[]> path)
    {
        if (_hash.Length != MerkleTree.HashBytes)
        {
            return new Problem(ProofProblems.MerkleShape, $"A hash has {MerkleTree.HashBytes} bytes, the leaf's has {_hash.Length}.");
        }

        return path.All(Step)
            ? _last == 0 ? null : new Problem(ProofProblems.MerkleShape, "The path ends below the root.")
            : new Problem(ProofProblems.MerkleShape, "The path is longer than the tree is high.");
    }

    public Problem? Expect(ReadOnlySpan<byte> root) => root.SequenceEqual(_hash)
        ? null
        : new Problem(ProofProblems.MerkleMismatch, "The path leads to another root.");

    private bool Step(byte[] sibling)
    {
        if (_last == 0)
        {
            return false;
        }

        if (_node % 2 == 1 || _node == _last)
        {
            _hash = MerkleHash.Node(sibling, _hash);
            SkipLoneLevels();
        }
        else
        {
            _hash = MerkleHash.Node(_hash, sibling);
        }

        (_node, _last) = (_node / 2, _last / 2);
        return true;
    }

    // A last node without sibling is lifted unchanged until it is a right child.
    private void SkipLoneLevels()
    {
        while (_node % 2 == 0 && _node != 0)
        {
            (_node, _last) = (_node / 2, _last / 2);
        }
    }
}
