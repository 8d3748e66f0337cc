using Voltloop.Record.Series;

namespace Voltloop.Health.ShowWindow;

/// <summary>Where on the axis the blocks of a series lie, so that a window reads only those it touches.</summary>
/// <param name="Blocks">First sample, samples, least and greatest value of the axis of each block, in the order of the series.</param>
internal sealed record AxisIndex(IReadOnlyList<(long First, int Count, double Least, double Most)> Blocks)
{
    /// <summary>Least value of the axis.</summary>
    public double First => Blocks.Min(block => block.Least);

    /// <summary>Greatest value of the axis.</summary>
    public double Last => Blocks.Max(block => block.Most);

    /// <summary>Reads the axis once.</summary>
    public static async Task<AxisIndex> OfAsync(IAsyncEnumerable<SeriesBlock> axis)
    {
        var blocks = new List<(long, int, double, double)>();
        await foreach (var block in axis) blocks.Add((block.From, block.Count, block.Columns[0].Min(), block.Columns[0].Max()));
        return new AxisIndex(blocks);
    }

    /// <summary>The samples to read for a window: those of the blocks that it touches, with a block on each side for the neighbours.</summary>
    public (long From, long Count) Around(double from, double to)
    {
        var (first, last) = (0, Blocks.Count - 1);
        while (first < last && Blocks[first].Most < from) first++;
        while (last > first && Blocks[last].Least > to) last--;
        (first, last) = (Math.Max(0, first - 1), Math.Min(Blocks.Count - 1, last + 1));
        return (Blocks[first].First, Blocks[last].First + Blocks[last].Count - Blocks[first].First);
    }
}
