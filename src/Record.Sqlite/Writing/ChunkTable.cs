using Voltloop.Kernels.SeriesCoding;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>
/// Appends samples as compressed chunks; all channels of a series are cut at the same places. A short tail is merged
/// with what follows it once that is at least a quarter as long, so that single samples cost little each and the number
/// of chunks stays small (the idea of log-structured merging).
/// </summary>
internal sealed class ChunkTable(Database database)
{
    /// <summary>Samples of a full chunk.</summary>
    public const int FullChunk = 32_768;

    private const int MergeFactor = 4;

    private readonly byte[] _encoded = new byte[SeriesCodec.MaxEncodedLength(FullChunk)];
    private double[] _merged = new double[FullChunk];

    /// <returns>Bytes that the series takes more than before.</returns>
    public long Append(long series, long samples, IReadOnlyList<double[]> columns)
    {
        var from = MergeFrom(series, samples, columns[0].Length);
        var bytes = 0L;
        for (var channel = 0; channel < columns.Count; channel++)
        {
            bytes += AppendChannel((series, channel), from, columns[channel]);
        }

        return bytes;
    }

    private long MergeFrom(long series, long samples, int added)
    {
        using var query = database.Get("SELECT first, count FROM chunk WHERE series_id = ?1 AND channel = 0 ORDER BY first DESC").Bind(1, series);
        var from = samples;
        while (query.Step())
        {
            var count = query.Integer(1);
            var tail = samples - from;
            if (count + tail > FullChunk || count == FullChunk || count > MergeFactor * (tail + added))
            {
                break;
            }

            from = query.Integer(0);
        }

        return from;
    }

    private long AppendChannel((long Series, int Number) channel, long from, double[] column)
    {
        var (tail, freed) = TakeTail(channel, from);
        var bytes = -freed;
        var used = 0;
        while (tail + column.Length - used > 0)
        {
            var take = Math.Min(FullChunk - tail, column.Length - used);
            var samples = tail == 0 ? column.AsSpan(used, take) : Join(tail, column.AsSpan(used, take));
            bytes += Insert(channel, from, samples);
            from += samples.Length;
            used += take;
            tail = 0;
        }

        return bytes;
    }

    private Span<double> Join(int tail, Span<double> added)
    {
        Reserve(tail + added.Length);
        added.CopyTo(_merged.AsSpan(tail));
        return _merged.AsSpan(0, tail + added.Length);
    }

    private (int Samples, long Bytes) TakeTail((long Series, int Number) channel, long from)
    {
        var samples = 0;
        var bytes = 0L;
        using (var query = database.Get("SELECT count, bytes FROM chunk WHERE series_id = ?1 AND channel = ?2 AND first >= ?3 ORDER BY first"))
        {
            query.Bind(1, channel.Series).Bind(2, channel.Number).Bind(3, from);
            while (query.Step())
            {
                var count = (int)query.Integer(0);
                Reserve(samples + count);
                SeriesCodec.Decode(query.Blob(1), _merged.AsSpan(samples, count));
                samples += count;
                bytes += query.Blob(1).Length;
            }
        }

        if (samples > 0)
        {
            database.Get("DELETE FROM chunk WHERE series_id = ?1 AND channel = ?2 AND first >= ?3")
                .Bind(1, channel.Series).Bind(2, channel.Number).Bind(3, from).Run();
        }

        return (samples, bytes);
    }

    private int Insert((long Series, int Number) channel, long first, ReadOnlySpan<double> samples)
    {
        var length = SeriesCodec.Encode(samples, _encoded);
        var (min, max) = Extent(samples);
        database.Get("INSERT INTO chunk (series_id, channel, first, count, min, max, bytes) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
            .Bind(1, channel.Series).Bind(2, channel.Number).Bind(3, first).Bind(4, samples.Length)
            .Bind(5, min).Bind(6, max).Bind(7, _encoded.AsSpan(0, length)).Run();
        return length;
    }

    // NaN of a chunk without any number is stored as NULL by SQLite.
    private static (double Min, double Max) Extent(ReadOnlySpan<double> samples)
    {
        var (min, max) = (double.PositiveInfinity, double.NegativeInfinity);
        foreach (var sample in samples)
        {
            min = sample < min ? sample : min;
            max = sample > max ? sample : max;
        }

        return min <= max ? (min, max) : (double.NaN, double.NaN);
    }

    private void Reserve(int samples)
    {
        if (samples > _merged.Length)
        {
            Array.Resize(ref _merged, Math.Max(samples, 2 * _merged.Length));
        }
    }
}
