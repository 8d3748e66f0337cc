namespace Voltloop.Record.Replication;

/// <summary>Samples of a series on their way to a back-up, compressed per channel as a chunk of the store (<c>Kernels/SeriesCoding</c>).</summary>
/// <param name="Series">Identifier of the series.</param>
/// <param name="From">Number of the first sample.</param>
/// <param name="Count">Samples per channel.</param>
/// <param name="Channels">One coded chunk per channel, all of the same number of samples.</param>
public sealed record SeriesPiece(string Series, long From, int Count, IReadOnlyList<byte[]> Channels);
