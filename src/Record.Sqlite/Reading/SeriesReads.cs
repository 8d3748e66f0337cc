using System.Runtime.CompilerServices;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Kernels.SeriesCoding;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>Reads series, one chunk at a time.</summary>
internal sealed class SeriesReads(ReaderPool pool)
{
    private const string Select = "SELECT series.id, series.uri, thing.uri, title, source, samples, first_axis, last_axis, stored_bytes "
        + "FROM series JOIN thing ON thing.id = thing_id ";

    public SeriesInfo? Find(string id) => FindRow(id)?.Info;

    public IReadOnlyList<SeriesInfo> List(ThingId thing) => pool.ReadSnapshot(database =>
    {
        using var row = database.Get(Select + "WHERE thing.uri = ?1 ORDER BY series.uri").Bind(1, thing.Value);
        var found = new List<SeriesInfo>();
        while (row.Step())
        {
            found.Add(ReadInfo(row, database));
        }

        return found;
    });

    public async IAsyncEnumerable<SeriesBlock> Read(string id, SeriesRange range, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await Task.CompletedTask;
        var (series, info) = FindRow(id) ?? throw new ProblemException(CommonProblems.NotFound, $"There is no series {id}.");
        var channels = Numbers(info.Spec, range.Channels);
        var from = Math.Max(0, range.From);
        var end = range.Count < info.Samples - from ? from + Math.Max(0, range.Count) : info.Samples;
        while (from < end)
        {
            cancellation.ThrowIfCancellationRequested();
            var block = pool.ReadSnapshot(database => ReadBlock(database, (series, channels), (from, end)));
            from += block.Count;
            yield return block;
        }
    }

    private static int[] Numbers(SeriesSpec spec, IReadOnlyList<string>? names)
    {
        var known = spec.Channels.Select(c => c.Name).ToList();
        return names is null ? [.. Enumerable.Range(0, known.Count)] : [.. names.Select(Number)];

        int Number(string name)
        {
            var number = known.IndexOf(name);
            return number >= 0 ? number : throw new ProblemException(CommonProblems.NotFound, $"Series {spec.Id} has no channel {name}.");
        }
    }

    private static SeriesBlock ReadBlock(Database database, (long Id, int[] Channels) series, (long From, long End) range)
    {
        if (series.Channels.Length == 0)
        {
            throw new ProblemException(CommonProblems.BadRequest, "No channel is asked for.");
        }

        var columns = new double[series.Channels.Length][];
        for (var c = 0; c < columns.Length; c++)
        {
            columns[c] = ReadChunk(database, (series.Id, series.Channels[c]), range);
        }

        return new SeriesBlock(range.From, columns);
    }

    private static double[] ReadChunk(Database database, (long Id, int Channel) series, (long From, long End) range)
    {
        using var row = database.Get(
            "SELECT first, count, bytes FROM chunk WHERE series_id = ?1 AND channel = ?2 AND first <= ?3 ORDER BY first DESC LIMIT 1");
        if (!row.Bind(1, series.Id).Bind(2, series.Channel).Bind(3, range.From).Step() || row.Integer(0) + row.Integer(1) <= range.From)
        {
            throw new ProblemException(SeriesCodingProblems.CorruptChunk, $"Sample {range.From} of channel {series.Channel} is missing.");
        }

        var (first, count) = (row.Integer(0), (int)row.Integer(1));
        var samples = GC.AllocateUninitializedArray<double>(count);
        SeriesCodec.Decode(row.Blob(2), samples);
        var skip = (int)(range.From - first);
        var take = (int)Math.Min(count - skip, range.End - range.From);
        return take == count ? samples : samples.AsSpan(skip, take).ToArray();
    }

    private (long Id, SeriesInfo Info)? FindRow(string id) => pool.ReadSnapshot<(long, SeriesInfo)?>(database =>
    {
        using var row = database.Get(Select + "WHERE series.uri = ?1").Bind(1, id);
        return row.Step() ? (row.Integer(0), ReadInfo(row, database)) : null;
    });

    private static SeriesInfo ReadInfo(Query row, Database database)
    {
        var channels = Channels(database, row.Integer(0));
        var spec = new SeriesSpec(row.Text(1), ThingId.Parse(row.Text(2)), row.Text(3), channels) { Source = row.TextOrNull(4) };
        return new SeriesInfo(spec, row.Integer(5), row.Real(6), row.Real(7), row.Integer(8));
    }

    private static List<ChannelSpec> Channels(Database database, long series)
    {
        using var row = database.Get("SELECT name, unit FROM channel WHERE series_id = ?1 ORDER BY ordinal").Bind(1, series);
        var channels = new List<ChannelSpec>();
        while (row.Step())
        {
            channels.Add(new ChannelSpec(row.Text(0), row.Text(1)));
        }

        return channels;
    }
}
