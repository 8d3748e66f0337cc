using Voltloop.Core.Identities;
using Voltloop.Health.Model;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.Importing;

/// <summary>Compares samples of a file with the series of the thing: already there, continued, or a new series.</summary>
internal static class SeriesContinuation
{
    /// <summary>Works out the step. Samples that agree with a stored series are never written twice.</summary>
    public static async Task<SeriesStep> PlanAsync(SeriesSpec wanted, IReadOnlyList<double[]> columns, IRecordReader record, CancellationToken cancellation)
    {
        long? differsAt = null;
        foreach (var info in await record.ListSeriesAsync(wanted.Thing, cancellation))
        {
            if (!info.Spec.Channels.SequenceEqual(wanted.Channels))
            {
                continue;
            }

            var equal = await CountEqualAsync(info, columns, record, cancellation);
            if (equal == Math.Min(info.Samples, columns[0].Length))
            {
                return Continue(info, columns);
            }

            differsAt = Math.Max(differsAt ?? 0, equal);
        }

        var id = SeriesNames.Derive(wanted.Thing, wanted.Channels, columns);
        return new SeriesStep(new SeriesAppend(wanted with { Id = id }, columns) { ExpectedSamples = 0 }, id, 0, differsAt);
    }

    private static SeriesStep Continue(SeriesInfo info, IReadOnlyList<double[]> columns)
    {
        var held = (int)Math.Min(info.Samples, columns[0].Length);
        if (held == columns[0].Length)
        {
            return new SeriesStep(null, info.Spec.Id, info.Samples);
        }

        var rest = columns.Select(column => column[held..]).ToArray();
        return new SeriesStep(new SeriesAppend(info.Spec, rest) { ExpectedSamples = info.Samples }, info.Spec.Id, info.Samples);
    }

    private static async Task<long> CountEqualAsync(SeriesInfo info, IReadOnlyList<double[]> columns, IRecordReader record, CancellationToken cancellation)
    {
        var equal = 0L;
        await foreach (var block in record.ReadSeriesAsync(info.Spec.Id, new SeriesRange(0, columns[0].Length), cancellation))
        {
            for (var i = 0; i < block.Count; i++, equal++)
            {
                if (!Enumerable.Range(0, columns.Count).All(channel => block.Columns[channel][i].Equals(columns[channel][equal])))
                {
                    return equal;
                }
            }
        }

        return equal;
    }
}
