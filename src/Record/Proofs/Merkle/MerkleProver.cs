using System.Numerics;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Builds roots and proofs from nodes; reads O(log n) of them when the source keeps complete subtrees.</summary>
/// <param name="nodes">Where hashes come from.</param>
public sealed class MerkleProver(INodeSource nodes)
{
    /// <summary>Root of the tree over the first leaves.</summary>
    public byte[] Root(ulong size) => Root(new Subtree(0, size));

    /// <summary>Root of a subtree.</summary>
    public byte[] Root(Subtree tree) => tree switch
    {
        { Size: 0 } => MerkleHash.Empty,
        { IsComplete: true } => nodes.Node(BitOperations.Log2(tree.Size), tree.Start / tree.Size),
        _ => MerkleHash.Node(Root(tree.Left), Root(tree.Right)),
    };

    /// <summary>Proof that a leaf is in the tree over the first <paramref name="size"/> leaves.</summary>
    /// <exception cref="ProblemException">The tree has no such leaf.</exception>
    public InclusionProof Inclusion(ulong index, ulong size) => Inclusion(index, new Subtree(0, size));

    /// <summary>Proof that a leaf is in a subtree.</summary>
    /// <exception cref="ProblemException">The subtree has no such leaf, or is none.</exception>
    public InclusionProof Inclusion(ulong index, Subtree within)
    {
        if (!within.IsValid || index < within.Start || index >= within.End)
        {
            throw Refusal.Because(CommonProblems.InvalidValue, $"There is no leaf {index} in [{within.Start}, {within.End}).");
        }

        var path = new List<byte[]>();
        Climb(index, within, path);
        return new InclusionProof(index, within, path);
    }

    /// <summary>Proof that the tree of <paramref name="newSize"/> leaves contains that of <paramref name="oldSize"/> leaves.</summary>
    /// <exception cref="ProblemException">The earlier tree is empty or larger.</exception>
    public ConsistencyProof Consistency(ulong oldSize, ulong newSize) => oldSize == 0
        ? throw Refusal.Because(CommonProblems.InvalidValue, "There is no consistency proof from an empty tree.")
        : Consistency(new Subtree(0, oldSize), newSize);

    /// <summary>Proof that a tree contains a subtree.</summary>
    /// <exception cref="ProblemException">The tree does not contain it.</exception>
    public ConsistencyProof Consistency(Subtree old, ulong size)
    {
        if (!old.IsValid || old.End > size)
        {
            throw Refusal.Because(CommonProblems.InvalidValue, $"[{old.Start}, {old.End}) is no subtree of {size} leaves.");
        }

        var path = new List<byte[]>();
        if (old.Size > 0)
        {
            Descend(old, new Subtree(0, size), whole: true, path);
        }

        return new ConsistencyProof(old, size, path);
    }

    private void Climb(ulong index, Subtree tree, List<byte[]> path)
    {
        if (tree.Size == 1)
        {
            return;
        }

        var isLeft = index < tree.Left.End;
        Climb(index, isLeft ? tree.Left : tree.Right, path);
        path.Add(Root(isLeft ? tree.Right : tree.Left));
    }

    private void Descend(Subtree old, Subtree tree, bool whole, List<byte[]> path)
    {
        if (old == tree)
        {
            path.AddRange(whole ? [] : [Root(tree)]);
        }
        else if (old.End <= tree.Left.End)
        {
            Descend(old, tree.Left, whole, path);
            path.Add(Root(tree.Right));
        }
        else
        {
            var isRight = old.Start >= tree.Right.Start;
            Descend(isRight ? old : new Subtree(tree.Right.Start, old.End), tree.Right, whole && isRight, path);
            path.Add(Root(tree.Left));
        }
    }
}
