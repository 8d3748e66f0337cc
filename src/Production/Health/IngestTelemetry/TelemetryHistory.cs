using Voltloop.Core.Identities;
using Voltloop.Health.Model.Telemetry;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Telemetry;

namespace Voltloop.Health.IngestTelemetry;

/// <summary>What the record holds of telemetry, unfiltered: whether a message was taken does not depend on who asks.</summary>
internal sealed class TelemetryHistory(IRecordReader record, ITelemetryStore store)
{
    /// <summary>Digest of a message that was taken.</summary>
    public long? Receipt(ThingId thing, string source, string id) => store.FindReceipt(thing, source, id);

    /// <summary>State at the newest mark at or before a moment.</summary>
    public AssetTrack? Mark(ThingId thing, double at) => store.FindMark(thing, at) is { } mark ? AssetTrack.Parse(mark.State) : null;

    /// <summary>State of a battery: as it was kept, made anew from its series where it was not (a promoted back-up), or new.</summary>
    public async Task<AssetTrack> TrackAsync(ThingId thing, AssetConstants constants, CancellationToken cancellation)
    {
        if (store.FindTrack(thing) is { } kept) return AssetTrack.Parse(kept.State);
        var (main, late) = (await record.FindSeriesAsync(TelemetrySeries.Id(thing, late: false), cancellation), await record.FindSeriesAsync(TelemetrySeries.Id(thing, late: true), cancellation));
        var track = new AssetTrack { Constants = constants, Main = main?.Samples ?? 0, Late = late?.Samples ?? 0 };
        if (track.Main == 0) return track;
        var known = KnownSamples.Of(await ReadAsync(main!.Spec.Id, 0, track.Main, cancellation), await ReadAsync(late?.Spec.Id ?? "", 0, track.Late, cancellation), double.NaN);
        AssetFold.Run(track.State, constants, known.Samples, _ => { });
        return track with { Start = Math.Round(known.Samples.Time[0] - main.FirstAxis) };
    }

    /// <summary>Samples of one of the two series.</summary>
    public async Task<SampleColumns> ReadAsync(string series, long from, long end, CancellationToken cancellation)
    {
        if (end <= from) return SampleColumns.None;
        double[][] columns = [.. TelemetrySeries.Wanted.Select(_ => new double[end - from])];
        await foreach (var block in record.ReadSeriesAsync(series, new SeriesRange(from, end - from, TelemetrySeries.Wanted), cancellation))
        {
            for (var i = 0; i < columns.Length; i++) block.Columns[i].CopyTo(columns[i], block.From - from);
        }

        return new SampleColumns(columns[0], columns[1], columns[2], columns[3]);
    }
}
