using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Health.Model;
using Voltloop.Health.ReadTables;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;

namespace Voltloop.Health.EstimateCharge;

/// <summary>Reads the recordings of voltage and current that the record holds of a battery.</summary>
internal sealed class RecordingReader(IRecordReader record)
{
    /// <summary>Most samples of all recordings together.</summary>
    public const long MostSamples = 20_000_000;

    private static readonly string[] Temperatures = ["surface_temperature_celsius", "temperature_t1_celsius", "ambient_temperature_celsius"];

    /// <summary>The recordings, oldest first where they say when they were made, else by identifier.</summary>
    /// <exception cref="ProblemException">The record does not know the thing, or its recordings are too long together.</exception>
    public async Task<IReadOnlyList<CellRecording>> ReadAsync(ThingId id, CancellationToken cancellation)
    {
        _ = await record.FindThingAsync(id, cancellation) ?? throw new ProblemException(CommonProblems.NotFound, $"The record knows no thing \"{id}\".");
        SeriesInfo[] series = [.. (await record.ListSeriesAsync(id, cancellation)).Where(IsRecording)];
        if (series.Sum(info => info.Samples) > MostSamples)
        {
            throw new ProblemException(CommonProblems.LimitExceeded, $"The recordings have {series.Sum(info => info.Samples)} samples; at most {MostSamples} are read (RecordingReader.MostSamples).");
        }

        var recordings = new List<CellRecording>();
        foreach (var info in series)
        {
            recordings.Add(await ReadAsync(info, cancellation));
        }

        return [.. Merged(recordings).OrderBy(one => one.EndUnix ?? double.MaxValue)];
    }

    /// <summary>The column with the temperature of the cell among columns; <c>null</c> when there is none.</summary>
    public static string? Temperature(IEnumerable<string> columns) => Temperatures.FirstOrDefault(columns.Contains);

    // Telemetry that came late stands in a series of its own; a recording puts its samples in the order of time.
    private static IEnumerable<CellRecording> Merged(List<CellRecording> recordings) => recordings.GroupBy(one => TelemetrySeries.Merged(one.Id), StringComparer.Ordinal)
        .Select(group => group.Count() == 1 ? group.First() : Join(group.Key, [.. group]));

    private static CellRecording Join(string id, CellRecording[] parts)
    {
        double[] All(Func<CellRecording, double[]> column) => [.. parts.SelectMany(column)];
        var hasTemperature = parts.All(part => part.HasTemperature);
        return CellRecording.Of(id, (All(part => part.Second), All(part => part.Ampere), All(part => part.Volt), hasTemperature ? All(part => part.Celsius) : null)) with { EndUnix = parts.Max(part => part.EndUnix) };
    }

    private static bool IsRecording(SeriesInfo info)
    {
        var names = info.Spec.Channels.Select(channel => channel.Name).ToHashSet(StringComparer.Ordinal);
        return BdfColumns.Required.All(names.Contains);
    }

    private async Task<CellRecording> ReadAsync(SeriesInfo info, CancellationToken cancellation)
    {
        string[] names = [.. info.Spec.Channels.Select(channel => channel.Name)];
        var warm = Temperature(names);
        var clock = names.Contains(BdfColumns.UnixTime, StringComparer.Ordinal);
        List<string> wanted = [BdfColumns.TestTime, BdfColumns.Current, BdfColumns.Voltage];
        if (warm is not null) wanted.Add(warm);
        if (clock) wanted.Add(BdfColumns.UnixTime);
        double[][] columns = [.. wanted.Select(_ => new double[info.Samples])];
        await foreach (var block in record.ReadSeriesAsync(info.Spec.Id, new SeriesRange(Channels: wanted), cancellation))
        {
            for (var i = 0; i < columns.Length; i++) block.Columns[i].CopyTo(columns[i], block.From);
        }

        var end = clock && columns[^1] is [.., var last] && double.IsFinite(last) ? last : (double?)null;
        return CellRecording.Of(info.Spec.Id, (columns[0], columns[1], columns[2], warm is null ? null : columns[3])) with { EndUnix = end };
    }
}
