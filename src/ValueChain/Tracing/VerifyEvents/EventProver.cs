using System.Text;
using Voltloop.Core.Problems;
using Voltloop.Record.Events;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Tracing.VerifyEvents;

/// <summary>Makes the proof of an event.</summary>
/// <param name="events">The events as the actor may see them.</param>
/// <param name="log">The log.</param>
internal sealed class EventProver(IEventReader events, IRecordLog log)
{
    /// <summary>The proof of the newest event of an identifier or hash.</summary>
    /// <exception cref="ProblemException">There is no such event.</exception>
    public async Task<EventProof> ProveAsync(string id, CancellationToken cancellation)
    {
        var found = await events.FindAsync(id, cancellation);
        if (found.Count == 0) throw new ProblemException(CommonProblems.NotFound, $"There is no event {id}.");
        return Prove(found[0], LogProver.Newest(log));
    }

    /// <summary>The proof of an event over one state of the log.</summary>
    /// <param name="recorded">The event.</param>
    /// <param name="state">The state, which holds the event.</param>
    public static EventProof Prove(RecordedEvent recorded, (LogProver Prover, SignedNote Checkpoint) state)
    {
        var (prover, checkpoint) = state;
        var (entry, inLog) = prover.Assertion(recorded.Assertion);
        var (_, salt, inAssertion) = prover.Statement(recorded.Assertion, recorded.Ordinal);
        return new EventProof(Encoding.UTF8.GetString(recorded.Json), recorded.Hash.ToString())
        {
            Context = recorded.Context,
            Source = recorded.Source,
            Ordinal = recorded.Ordinal,
            Salt = Convert.ToBase64String(salt),
            Path = Texts(inAssertion.Path),
            Entry = Convert.ToBase64String(entry.ToBytes()),
            LogPath = Texts(inLog.Path),
            Checkpoint = checkpoint.ToString(),
        };
    }

    private static IReadOnlyList<string> Texts(IEnumerable<byte[]> hashes) => [.. hashes.Select(Convert.ToBase64String)];
}
