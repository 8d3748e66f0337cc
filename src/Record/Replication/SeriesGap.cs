namespace Voltloop.Record.Replication;

/// <summary>Samples of a series that a back-up lacks.</summary>
/// <param name="Series">Identifier of the series.</param>
/// <param name="From">First sample wanted.</param>
/// <param name="To">First sample not wanted.</param>
public sealed record SeriesGap(string Series, long From, long To);
