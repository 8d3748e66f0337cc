namespace Voltloop.Kernels.Thinning;

/// <summary>
/// Thins samples to what a plot of some columns can show: of each column of equal width the first and the last sample and, of
/// each channel, those with the smallest and the largest value (after M4, Jugel et al., PVLDB 7 (2014) 797). Every kept sample
/// is a measured one, so no spike is lost and none is made up. Memory is that of the columns, whatever comes by.
/// </summary>
public sealed class ExtremesKept
{
    private readonly (double From, double Width, int Columns, int Channels) _plot;
    private readonly double _to;
    private readonly double[] _slots;
    private readonly double[] _before;
    private readonly double[] _after;

    /// <summary>Prepares columns.</summary>
    /// <param name="from">First value of the axis that is shown.</param>
    /// <param name="to">Last value, above <paramref name="from"/>.</param>
    /// <param name="columns">Columns, at least 1.</param>
    /// <param name="channels">Channels beside the axis.</param>
    public ExtremesKept(double from, double to, int columns, int channels)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(to, from);
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        _plot = (from, (to - from) / columns, columns, channels);
        _to = to;
        _slots = new double[columns * Slots * Stride];
        _slots.AsSpan().Fill(double.NaN);
        _before = [.. Enumerable.Repeat(double.NaN, Stride)];
        _after = [.. Enumerable.Repeat(double.NaN, Stride)];
    }

    /// <summary>Samples that fell between the ends.</summary>
    public long Samples { get; private set; }

    // A kept sample: its number, its place on the axis, its values.
    private int Stride => 2 + _plot.Channels;

    // First and last sample, then smallest and largest of each channel.
    private int Slots => 2 + (2 * _plot.Channels);

    /// <summary>Takes samples in any order; those outside the ends only give the neighbours that lines lead to.</summary>
    /// <param name="first">Number of the first sample.</param>
    /// <param name="columns">Axis, then the channels, of one length; missing values are NaN.</param>
    public void Add(long first, IReadOnlyList<double[]> columns)
    {
        var axis = columns[0];
        for (var i = 0; i < axis.Length; i++)
        {
            if (axis[i] < _plot.From) Neighbour(_before, (first + i, i), columns, !(axis[i] < _before[1]));
            else if (axis[i] > _to) Neighbour(_after, (first + i, i), columns, !(axis[i] >= _after[1]));
            else Inside((first + i, i), columns);
        }
    }

    /// <summary>The kept samples in the order of the axis with one neighbour on each side: axis, then the channels.</summary>
    public double[][] Take()
    {
        var kept = new List<int>();
        for (var at = 0; at < _slots.Length; at += Stride) if (!double.IsNaN(_slots[at])) kept.Add(at);
        int[] order = [.. kept.DistinctBy(at => _slots[at]).OrderBy(at => _slots[at + 1]).ThenBy(at => _slots[at])];
        var columns = new double[1 + _plot.Channels][];
        for (var c = 0; c < columns.Length; c++)
        {
            var inside = Array.ConvertAll(order, at => _slots[at + 1 + c]);
            columns[c] = [.. Side(_before, c), .. inside, .. Side(_after, c)];
        }

        return columns;
    }

    private static double[] Side(double[] neighbour, int channel) => double.IsNaN(neighbour[0]) ? [] : [neighbour[1 + channel]];

    private static void Neighbour(double[] slot, (long Number, int Row) sample, IReadOnlyList<double[]> columns, bool isNearer)
    {
        if (isNearer) Keep(slot, sample, columns);
    }

    private static void Keep(Span<double> slot, (long Number, int Row) sample, IReadOnlyList<double[]> columns)
    {
        slot[0] = sample.Number;
        for (var c = 0; c < columns.Count; c++) slot[1 + c] = columns[c][sample.Row];
    }

    private void Inside((long Number, int Row) sample, IReadOnlyList<double[]> columns)
    {
        Samples++;
        var x = columns[0][sample.Row];
        var column = Math.Min(_plot.Columns - 1, (int)((x - _plot.From) / _plot.Width));
        var slots = _slots.AsSpan(column * Slots * Stride, Slots * Stride);
        if (!(x >= slots[1])) Keep(slots, sample, columns);
        if (!(x < slots[Stride + 1])) Keep(slots[Stride..], sample, columns);
        for (var c = 1; c <= _plot.Channels; c++)
        {
            var value = columns[c][sample.Row];
            if (double.IsNaN(value)) continue;
            var low = slots[(2 * c * Stride)..];
            var high = slots[(((2 * c) + 1) * Stride)..];
            if (!(value >= low[1 + c])) Keep(low, sample, columns);
            if (!(value <= high[1 + c])) Keep(high, sample, columns);
        }
    }
}
