using Voltloop.Core.Problems;

namespace Voltloop.Record.Replication;

/// <summary>What a node gives to its back-ups. Who may ask is decided before.</summary>
public interface IReplicationSource
{
    /// <summary>What the node has.</summary>
    ChangeCursor Head { get; }

    /// <summary>When the record took the assertion after a number (UTC); <c>null</c> when there is none. It is the first that a back-up may lose.</summary>
    DateTimeOffset? RecordedAfter(long assertion);

    /// <summary>Waits until there is more than a place, at most so long.</summary>
    Task WaitAsync(ChangeCursor after, TimeSpan most, CancellationToken cancellation = default);

    /// <summary>The next page after a place, as signed bytes (<see cref="ChangePageCodec"/>).</summary>
    /// <exception cref="ProblemException"><see cref="ReplicationProblems.Diverged"/>: the place is beyond the end of the record.</exception>
    byte[] Read(ChangeCursor after);

    /// <summary>Bytes of a document.</summary>
    /// <exception cref="ProblemException">There is no such document.</exception>
    Stream OpenDocument(string sha256);

    /// <summary>Samples, as many as fit, as signed bytes (<see cref="SeriesPieceCodec"/>).</summary>
    byte[] ReadSeries(IReadOnlyList<SeriesGap> gaps);
}
