using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>What shows that an entry is in a log.</summary>
/// <param name="Checkpoint">The log's signed checkpoint, with the cosignatures of witnesses.</param>
/// <param name="Proof">Inclusion proof up to its root.</param>
/// <param name="LeafHash">Hash of the entry, 32 bytes.</param>
/// <param name="Log">The log's key, as the verifier knows it.</param>
/// <param name="Witnesses">Witnesses that the verifier knows.</param>
public sealed record LogEvidence(string Checkpoint, InclusionProof Proof, byte[] LeafHash, LogKey Log, params IReadOnlyList<WitnessKey> Witnesses);
