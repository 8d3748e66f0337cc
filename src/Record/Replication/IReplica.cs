using Voltloop.Core.Problems;

namespace Voltloop.Record.Replication;

/// <summary>The node's own part in preservation: its role, and what it takes from its primary.</summary>
public interface IReplica
{
    /// <summary>Role, primary and progress; survives restarts.</summary>
    ReplicaState State { get; }

    /// <summary>What this node has of its primary's record.</summary>
    ChangeCursor Cursor { get; }

    /// <summary>Makes this node follow another one; it takes no more writes. What it holds must be the beginning of what the other one has.</summary>
    /// <param name="primary">Address of the other node.</param>
    /// <param name="card">Who it is.</param>
    /// <param name="first">Its first page after <see cref="Cursor"/>.</param>
    /// <exception cref="ProblemException"><see cref="ReplicationProblems.Diverged"/>.</exception>
    Task FollowAsync(Uri primary, NodeCard card, ChangePage first);

    /// <summary>Samples that a series has here; 0 for an unknown one.</summary>
    long SamplesOf(string series);

    /// <summary>Whether a document is here.</summary>
    bool HasDocument(string sha256);

    /// <summary>Writes samples that follow on those that are here; durable when it returns.</summary>
    void Apply(IReadOnlyList<ArrivedSamples> samples);

    /// <summary>
    /// Checks a page against its signatures, the log and its checkpoint, and writes all of it or nothing; durable when it
    /// returns.
    /// </summary>
    /// <param name="page">The page.</param>
    /// <param name="fetched">What did not travel with it.</param>
    /// <exception cref="ProblemException">What is wrong with it; nothing was written.</exception>
    void Apply(ChangePage page, FetchedParts fetched);

    /// <summary>Notes a state that the next start must know: contact, a problem, or the opening.</summary>
    Task NoteAsync(Func<ReplicaState, ReplicaState> change);

    /// <summary>Ends following: this node takes writes from now on, under its own name and key.</summary>
    /// <exception cref="ProblemException">It is no back-up.</exception>
    Task PromoteAsync(DateTimeOffset now);
}
