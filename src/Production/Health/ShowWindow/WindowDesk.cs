using Voltloop.Core.Problems;
using Voltloop.Health.ShowCapacity;
using Voltloop.Kernels.Thinning;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.ShowWindow;

/// <summary>Reads windows of series, so that a plot of millions of samples costs as much as its columns. Remembers where blocks lie and what was asked last.</summary>
internal sealed class WindowDesk(IRecordReader record)
{
    /// <summary>Most samples that one window runs over.</summary>
    public const long MostSamples = 50_000_000;

    /// <summary>Most rows of a table of all samples.</summary>
    public const long MostRows = 5_000_000;

    private const int KeptIndexes = 64;
    private const int KeptWindows = 16;

    private readonly Recent<(string, long), AxisIndex> _indexes = new(KeptIndexes);
    private readonly Recent<(string, long, double, double, int, string), WindowResource> _windows = new(KeptWindows);

    /// <summary>The series.</summary>
    /// <exception cref="ProblemException">There is none that the reader may see.</exception>
    public async Task<SeriesInfo> FindAsync(string id, CancellationToken cancellation) => await record.FindSeriesAsync(id, cancellation)
        ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no series \"{id}\".");

    /// <summary>A window of a series.</summary>
    /// <exception cref="ProblemException">There is no such series or channel, or the request is wrong.</exception>
    public async Task<WindowResource> ReadAsync(string id, WindowRequest request, CancellationToken cancellation)
    {
        var info = await FindAsync(id, cancellation);
        var (points, channels) = (request.ReadPoints(), request.ReadChannels(info.Spec));
        if (info.Samples == 0) return Resource((info, channels), [[], .. channels.Select(_ => Array.Empty<double>())], (0, 0));
        var index = await IndexAsync(info, cancellation);
        var ends = request.ReadEnds(index.First, index.Last);
        var key = (id, info.Samples, ends.From, ends.To, points, string.Join(',', channels.Select(channel => channel.Name)));
        return await _windows.GetAsync(key, () => ThinAsync((info, channels, index), ends, points, cancellation));
    }

    /// <summary>Samples of a window, block by block and none left out: axis, then the channels.</summary>
    /// <exception cref="ProblemException">The request is wrong, or the window is too long.</exception>
    public async Task<IAsyncEnumerable<double[][]>> ReadAllAsync(string id, WindowRequest request, CancellationToken cancellation)
    {
        var info = await FindAsync(id, cancellation);
        var channels = request.ReadChannels(info.Spec);
        if (info.Samples == 0) return AsyncEnumerable.Empty<double[][]>();
        var index = await IndexAsync(info, cancellation);
        var ends = request.ReadEnds(index.First, index.Last);
        // Said before the first row is sent; whole blocks are counted.
        if (index.Around(ends.From, ends.To).Count is > MostRows and var rows) throw new ProblemException(CommonProblems.LimitExceeded, $"The window has about {rows} rows; a table has at most {MostRows} (WindowDesk.MostRows).", remedy: "Ask for a shorter one.");
        return Inside(Blocks((info, channels, index), ends, cancellation), ends);
    }

    private static async IAsyncEnumerable<double[][]> Inside(IAsyncEnumerable<SeriesBlock> blocks, (double From, double To) ends)
    {
        await foreach (var block in blocks)
        {
            int[] rows = [.. Enumerable.Range(0, block.Count).Where(i => block.Columns[0][i] >= ends.From && block.Columns[0][i] <= ends.To)];
            if (rows.Length > 0) yield return [.. block.Columns.Select(column => Array.ConvertAll(rows, i => column[i]))];
        }
    }

    private Task<AxisIndex> IndexAsync(SeriesInfo info, CancellationToken cancellation) => info.Samples > MostSamples
        ? throw new ProblemException(CommonProblems.LimitExceeded, $"The series has {info.Samples} samples; windows run over at most {MostSamples} (WindowDesk.MostSamples).", remedy: "Read it in parts: /api/v1/series/{id}.")
        : _indexes.GetAsync((info.Spec.Id, info.Samples), () => AxisIndex.OfAsync(record.ReadSeriesAsync(info.Spec.Id, new SeriesRange(Channels: [info.Spec.Channels[0].Name]), cancellation)));

    private IAsyncEnumerable<SeriesBlock> Blocks((SeriesInfo Info, IReadOnlyList<ChannelSpec> Channels, AxisIndex Index) of, (double From, double To) ends, CancellationToken cancellation)
    {
        var (from, count) = of.Index.Around(ends.From, ends.To);
        return record.ReadSeriesAsync(of.Info.Spec.Id, new SeriesRange(from, count, [of.Info.Spec.Channels[0].Name, .. of.Channels.Select(channel => channel.Name)]), cancellation);
    }

    private async Task<WindowResource> ThinAsync((SeriesInfo Info, IReadOnlyList<ChannelSpec> Channels, AxisIndex Index) of, (double From, double To) ends, int points, CancellationToken cancellation)
    {
        var kept = new ExtremesKept(ends.From, ends.To, points, of.Channels.Count);
        await foreach (var block in Blocks(of, ends, cancellation)) kept.Add(block.From, block.Columns);
        if (kept.Samples > points)
        {
            return Resource((of.Info, of.Channels), kept.Take(), ends) with { First = of.Index.First, Last = of.Index.Last, Samples = kept.Samples, Exact = false };
        }

        // So few samples that a column each would do: all of them, whatever columns they fall into.
        var rows = new List<double[][]>();
        await foreach (var block in Inside(Blocks(of, ends, cancellation), ends)) rows.Add(block);
        return Resource((of.Info, of.Channels), Joined(kept.Take(), rows, ends), ends) with { First = of.Index.First, Last = of.Index.Last, Samples = kept.Samples };
    }

    // The neighbours on both sides come from the thinned window, what lies between from the samples themselves.
    private static double[][] Joined(double[][] thinned, List<double[][]> rows, (double From, double To) ends)
    {
        var axis = thinned[0];
        int[] before = [.. Enumerable.Range(0, axis.Length).Where(i => axis[i] < ends.From)], after = [.. Enumerable.Range(0, axis.Length).Where(i => axis[i] > ends.To)];
        double[][] inside = [.. thinned.Select((_, c) => rows.SelectMany(row => row[c]).ToArray())];
        int[] order = [.. Enumerable.Range(0, inside[0].Length).OrderBy(i => inside[0][i])];
        return [.. thinned.Select((column, c) => (double[])[.. before.Select(i => column[i]), .. order.Select(i => inside[c][i]), .. after.Select(i => column[i])])];
    }

    private static WindowResource Resource((SeriesInfo Info, IReadOnlyList<ChannelSpec> Channels) of, double[][] columns, (double From, double To) ends)
    {
        var axis = of.Info.Spec.Channels[0];
        return new WindowResource(of.Info.Spec.Id, new WindowAxis(ChannelWords.Label(axis), ChannelWords.Unit(axis), columns[0]), [.. of.Channels.Select((channel, c) => Series(channel, columns[c + 1]))])
        {
            From = ends.From, To = ends.To, First = ends.From, Last = ends.To, Samples = columns[0].Length, Total = of.Info.Samples, Exact = true,
        };
    }

    private static ChartSeries Series(ChannelSpec channel, double[] values) =>
        new(ChannelWords.Label(channel), ChannelWords.Unit(channel), "line", Array.ConvertAll(values, value => double.IsFinite(value) ? value : (double?)null));
}
