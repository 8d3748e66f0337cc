namespace Voltloop.Record.Series;

/// <summary>What to read of a series.</summary>
/// <param name="From">First sample, from 0.</param>
/// <param name="Count">At most so many samples.</param>
/// <param name="Channels">Names of the channels wanted, in the order wanted; <c>null</c> for all.</param>
public sealed record SeriesRange(long From = 0, long Count = long.MaxValue, IReadOnlyList<string>? Channels = null);
