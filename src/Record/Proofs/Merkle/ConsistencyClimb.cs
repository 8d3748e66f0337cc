using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Climbs to the subtree's root and to the tree's root at once.</summary>
internal sealed class ConsistencyClimb
{
    private readonly IReadOnlyList<byte[]> _path;
    private readonly byte[] _subtreeRoot;
    private ulong _first;
    private ulong _last;
    private ulong _treeLast;
    private byte[] _subtree = [];
    private byte[] _tree = [];

    public ConsistencyClimb(ConsistencyProof proof, byte[] subtreeRoot)
    {
        _path = proof.Path;
        _subtreeRoot = subtreeRoot;
        (_first, _last, _treeLast) = (proof.Old.Start, proof.Old.End - 1, proof.Size - 1);
    }

    public Problem? Check(ReadOnlySpan<byte> treeRoot)
    {
        var used = Begin();
        if (used > _path.Count || !_path.Skip(used).All(Step) || _treeLast != 0)
        {
            return new Problem(ProofProblems.MerkleShape, "The proof has another length than the two sizes ask for.");
        }

        return _subtreeRoot.AsSpan().SequenceEqual(_subtree) && treeRoot.SequenceEqual(_tree)
            ? null
            : new Problem(ProofProblems.MerkleMismatch, "The later tree does not contain the earlier one unchanged.");
    }

    // Down to the largest node that both trees share: the root itself when that is one node, else the proof's first hash.
    private int Begin()
    {
        var ends = _last == _treeLast;
        while (_first != _last && (ends || _last % 2 == 1))
        {
            Up();
        }

        var isRoot = _first == _last;
        _subtree = _tree = isRoot ? _subtreeRoot : _path.Count > 0 ? _path[0] : [];
        return isRoot ? 0 : 1;
    }

    private bool Step(byte[] sibling)
    {
        if (_treeLast == 0)
        {
            return false;
        }

        if (_last % 2 == 1 || _last == _treeLast)
        {
            _subtree = _first < _last ? MerkleHash.Node(sibling, _subtree) : _subtree;
            _tree = MerkleHash.Node(sibling, _tree);
            SkipLoneLevels();
        }
        else
        {
            _tree = MerkleHash.Node(_tree, sibling);
        }

        Up();
        return true;
    }

    private void SkipLoneLevels()
    {
        while (_last % 2 == 0 && _last != 0)
        {
            Up();
        }
    }

    private void Up() => (_first, _last, _treeLast) = (_first / 2, _last / 2, _treeLast / 2);
}
