using System.Numerics;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>
/// The leaves <c>[Start, End)</c> as a tree of their own. One that starts at a multiple of its size rounded up to a power
/// of two is part of every larger tree (draft-ietf-plants-merkle-tree-certs, section "Subtrees").
/// </summary>
/// <param name="Start">First leaf.</param>
/// <param name="End">One past the last leaf.</param>
public readonly record struct Subtree(ulong Start, ulong End)
{
    /// <summary>Number of leaves.</summary>
    public ulong Size => End - Start;

    /// <summary>Whether larger trees contain it as a node (or as the right border of one).</summary>
    public bool IsValid => Start <= End && (Start == 0 || Size == 0 || IsAligned());

    /// <summary>Where the recursive definition splits it: the largest power of two below its size.</summary>
    internal ulong Split => 1UL << (63 - BitOperations.LeadingZeroCount(Size - 1));

    internal Subtree Left => new(Start, Start + Split);

    internal Subtree Right => new(Start + Split, End);

    internal bool IsComplete => BitOperations.IsPow2(Size) && Start % Size == 0;

    // Rounding up beyond 2^63 gives 0: only a start of 0 is a multiple of that.
    private bool IsAligned() => BitOperations.RoundUpToPowerOf2(Size) is var rounded and > 0 && Start % rounded == 0;
}
