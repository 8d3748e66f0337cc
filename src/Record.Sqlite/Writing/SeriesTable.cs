using Voltloop.Core.Problems;
using Voltloop.Record.Series;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Creates series and appends samples to them.</summary>
internal sealed class SeriesTable(Database database, ThingTable things)
{
    private readonly ChunkTable _chunks = new(database);

    /// <returns>Samples written over all channels.</returns>
    public long Append(SeriesAppend append)
    {
        var thing = things.IdOf(append.Spec.Thing);
        var (series, samples) = Find(append.Spec, thing) ?? (Create(append.Spec, thing), 0);
        if (append.ExpectedSamples is { } expected && expected != samples)
        {
            throw new ProblemException(CommonProblems.Conflict, $"Series {append.Spec.Id} holds {samples} samples, {expected} were expected.");
        }

        var rows = append.Columns[0].Length;
        if (rows > 0)
        {
            Update(series, append.Columns[0], _chunks.Append(series, samples, append.Columns));
        }

        return (long)rows * append.Columns.Count;
    }

    private (long Series, long Samples)? Find(SeriesSpec spec, long thing)
    {
        using var query = database.Get("SELECT id, samples, thing_id, title, source FROM series WHERE uri = ?1").Bind(1, spec.Id);
        if (!query.Step())
        {
            return null;
        }

        var id = query.Integer(0);
        var same = query.Integer(2) == thing && string.Equals(query.Text(3), spec.Title, StringComparison.Ordinal)
            && string.Equals(query.TextOrNull(4), spec.Source, StringComparison.Ordinal) && Channels(id).SequenceEqual(spec.Channels);
        return same ? (id, query.Integer(1)) : throw new ProblemException(
            CommonProblems.Conflict, $"Series {spec.Id} is in the record with another thing, title, source or channels.");
    }

    private List<ChannelSpec> Channels(long series)
    {
        using var query = database.Get("SELECT name, unit FROM channel WHERE series_id = ?1 ORDER BY ordinal").Bind(1, series);
        var channels = new List<ChannelSpec>();
        while (query.Step())
        {
            channels.Add(new ChannelSpec(query.Text(0), query.Text(1)));
        }

        return channels;
    }

    private long Create(SeriesSpec spec, long thing)
    {
        using var query = database.Get(
            "INSERT INTO series (uri, thing_id, title, source, samples, stored_bytes) VALUES (?1, ?2, ?3, ?4, 0, 0) RETURNING id");
        query.Bind(1, spec.Id).Bind(2, thing).Bind(3, spec.Title).Bind(4, spec.Source).Step();
        var id = query.Integer(0);
        for (var c = 0; c < spec.Channels.Count; c++)
        {
            database.Get("INSERT INTO channel (series_id, ordinal, name, unit) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, id).Bind(2, c).Bind(3, spec.Channels[c].Name).Bind(4, spec.Channels[c].Unit).Run();
        }

        return id;
    }

    private void Update(long series, double[] axis, long bytes) => database
        .Get("UPDATE series SET samples = samples + ?2, first_axis = coalesce(first_axis, ?3), last_axis = ?4, "
            + "stored_bytes = stored_bytes + ?5 WHERE id = ?1")
        .Bind(1, series).Bind(2, axis.Length).Bind(3, axis[0]).Bind(4, axis[^1]).Bind(5, bytes).Run();
}
