using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Compares what a log says now with what it said before. Both checkpoints must be verified already.</summary>
public static class LogWatch
{
    /// <summary>What is wrong between two checkpoints; <c>null</c> when the later one extends, or equals, the earlier one.</summary>
    /// <param name="known">The earlier checkpoint.</param>
    /// <param name="seen">The later one.</param>
    /// <param name="proof">Consistency proof between them; not needed when the sizes are equal or the earlier tree is empty.</param>
    public static Problem? Compare(Checkpoint known, Checkpoint seen, ConsistencyProof? proof) => (known, seen) switch
    {
        _ when known.Origin != seen.Origin =>
            new Problem(ProofProblems.OtherLog, $"One checkpoint is of {known.Origin}, the other of {seen.Origin}."),
        _ when seen.Size < known.Size =>
            new Problem(ProofProblems.LogTruncated, $"{known.Origin} had {known.Size} leaves and now has {seen.Size}."),
        _ when seen.Size == known.Size => known.IsSameTree(seen)
            ? null
            : new Problem(ProofProblems.SplitView, $"{known.Origin} shows two roots for {known.Size} leaves."),
        _ when known.Size == 0 => EmptyRoot(known),
        _ => Extends(known, seen, proof),
    };

    private static Problem? EmptyRoot(Checkpoint known) => known.Root.AsSpan().SequenceEqual(MerkleHash.Empty)
        ? null
        : new Problem(ProofProblems.MerkleMismatch, "An empty log has another root.");

    private static Problem? Extends(Checkpoint known, Checkpoint seen, ConsistencyProof? proof)
    {
        if (proof is null || proof.Old != new Subtree(0, known.Size) || proof.Size != seen.Size)
        {
            return new Problem(ProofProblems.ProofMissing, $"There is no consistency proof from {known.Size} to {seen.Size} leaves.");
        }

        return proof.Check(known.Root, seen.Root) is { } refuted
            ? new Problem(ProofProblems.LogRewritten, $"{known.Origin}: {refuted.Detail}")
            : null;
    }
}
