using Voltloop.Core.Problems;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Decides whether to cosign another node's checkpoint. Keeps nothing: the caller stores what was cosigned last.</summary>
/// <param name="name">Name of the witness in signature lines.</param>
/// <param name="key">Its key.</param>
public sealed class Witness(string name, P256SigningKey key)
{
    /// <summary>Cosigns a checkpoint that extends the one cosigned last.</summary>
    /// <param name="note">The log's signed checkpoint.</param>
    /// <param name="log">The log's key.</param>
    /// <param name="last">Checkpoint of this log cosigned last, with the proof from it; no checkpoint at the first sight of a log.</param>
    /// <param name="now">The moment of cosigning.</param>
    /// <returns>The note with one more signature.</returns>
    /// <exception cref="ProblemException">The log did not sign it, or it contradicts what was seen: the reason says how.</exception>
    public SignedNote Cosign(string note, LogKey log, (Checkpoint? Checkpoint, ConsistencyProof? Proof) last, DateTimeOffset now)
    {
        var seen = Checkpoint.Open(note, log);
        var problem = last.Checkpoint is { } known ? LogWatch.Compare(known, seen, last.Proof) : null;
        if (problem is not null)
        {
            throw new ProblemException(problem);
        }

        var signed = SignedNote.Parse(note);
        return signed.With(WitnessKey.Cosign(signed.Text, name, key, now));
    }
}
