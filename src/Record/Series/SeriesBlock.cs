namespace Voltloop.Record.Series;

/// <summary>Samples of a series, channel by channel.</summary>
/// <param name="From">Number of the first sample in the series.</param>
/// <param name="Columns">One array per channel, all of the same length.</param>
public sealed record SeriesBlock(long From, IReadOnlyList<double[]> Columns)
{
    /// <summary>Samples per channel in this block.</summary>
    public int Count => Columns.Count == 0 ? 0 : Columns[0].Length;
}
