using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Record.Log;

/// <summary>Proofs over one state of the log.</summary>
/// <param name="log">The log.</param>
/// <param name="size">Leaves of the state: those of a checkpoint.</param>
public sealed class LogProver(IRecordLog log, ulong size)
{
    private readonly MerkleProver _prover = new(new TileNodes(size, Remember(log)));

    /// <summary>A prover for the newest checkpoint, and that checkpoint.</summary>
    public static (LogProver Prover, SignedNote Checkpoint) Newest(IRecordLog log)
    {
        var note = log.Checkpoint();
        return (new LogProver(log, Proofs.Merkle.Checkpoint.Parse(note.Text).Size), note);
    }

    /// <summary>A prover for the newest checkpoint that holds an assertion: one that witnesses have cosigned, if there is such a one.</summary>
    public static (LogProver Prover, SignedNote Checkpoint) Covering(IRecordLog log, long assertion) =>
        log.WitnessedCheckpoint is { } note && Proofs.Merkle.Checkpoint.Parse(note.Text).Size is var size && size >= (ulong)assertion && size <= log.Size
            ? (new LogProver(log, size), note)
            : Newest(log);

    /// <summary>Proof that an assertion is in the log.</summary>
    /// <exception cref="ProblemException">The state has no such assertion.</exception>
    public (LogEntry Entry, InclusionProof Proof) Assertion(long number)
    {
        var entry = number > 0 && (ulong)number <= size ? log.Entry(number) : null;
        return entry is null
            ? throw new ProblemException(CommonProblems.NotFound, $"The log of {size} assertions has no assertion {number}.")
            : (entry, _prover.Inclusion(entry.Index, size));
    }

    /// <summary>Proof that a statement is in its assertion: leaf hash, salt and path.</summary>
    /// <exception cref="ProblemException">There is no such statement.</exception>
    public (byte[] Leaf, byte[] Salt, InclusionProof Proof) Statement(long number, int ordinal)
    {
        var (leaves, secret) = log.Statements(number);
        if (ordinal < 0 || ordinal >= leaves.Count)
        {
            throw new ProblemException(CommonProblems.NotFound, $"Assertion {number} has no statement {ordinal}.");
        }

        var path = new MerkleProver(LeafNodes.Over(leaves)).Inclusion((ulong)ordinal, (ulong)leaves.Count);
        return (leaves[ordinal], StatementLeaf.Salt(secret, ordinal), path);
    }

    /// <summary>Proof that this state contains an earlier one.</summary>
    /// <exception cref="ProblemException">The earlier one is empty or larger.</exception>
    public ConsistencyProof Since(ulong earlier) => _prover.Consistency(earlier, size);

    private static Func<TileAddress, ReadOnlyMemory<byte>> Remember(IRecordLog log)
    {
        var read = new Dictionary<TileAddress, byte[]>();
        return tile => read.TryGetValue(tile, out var known) ? known : read[tile] = log.Tile(tile);
    }
}
