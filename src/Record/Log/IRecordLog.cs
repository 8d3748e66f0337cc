using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Signing;

namespace Voltloop.Record.Log;

/// <summary>The Merkle log over the assertions of the record: what everybody may read of it, and what proofs are made of.</summary>
public interface IRecordLog
{
    /// <summary>The node's identity and public keys.</summary>
    NodeKeys Keys { get; }

    /// <summary>Number of leaves: of assertions that are durable.</summary>
    ulong Size { get; }

    /// <summary>A checkpoint of the log as it is now, signed by the node.</summary>
    /// <exception cref="Core.Problems.ProblemException">Opened for reading only, and no checkpoint has been kept.</exception>
    SignedNote Checkpoint();

    /// <summary>The newest checkpoint that witnesses have cosigned; <c>null</c> when there is none.</summary>
    SignedNote? WitnessedCheckpoint { get; }

    /// <summary>Hashes of a tile; those of a partial one are worked out.</summary>
    /// <exception cref="Core.Problems.ProblemException">The log has no such tile.</exception>
    byte[] Tile(TileAddress tile);

    /// <summary>The leaf of an assertion; <c>null</c> when there is none of that number.</summary>
    LogEntry? Entry(long number);

    /// <summary>Leaf hashes of an assertion's statements and the secret of their salts (empty for old ones).</summary>
    (IReadOnlyList<byte[]> Leaves, byte[] Secret) Statements(long number);
}
