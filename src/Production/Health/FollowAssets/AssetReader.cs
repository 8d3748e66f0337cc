using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Health.IngestTelemetry;
using Voltloop.Record.Ports;
using Voltloop.Record.Telemetry;

namespace Voltloop.Health.FollowAssets;

/// <summary>Reads what telemetry says, of batteries whose samples the reader may see.</summary>
internal sealed class AssetReader(IRecordReader record, ITelemetryStore store, TelemetryMeter meter)
{
    /// <summary>Largest page.</summary>
    public const int MostListed = 500;

    /// <summary>Batteries that send, in the order of their identifiers.</summary>
    public async Task<Page<AssetResource>> ListAsync(string? cursor, int limit, CancellationToken cancellation)
    {
        var page = store.List(cursor, limit);
        var seen = new List<AssetResource>();
        foreach (var track in page.Items)
        {
            if (await SeenAsync(track, cancellation) is { } asset) seen.Add(asset);
        }

        return new Page<AssetResource>(seen, page.Next);
    }

    /// <summary>One battery; <c>null</c> when it never sent, or the reader may not see its samples.</summary>
    public async Task<AssetResource?> FindAsync(ThingId id, CancellationToken cancellation) =>
        store.FindTrack(id) is { } track ? await SeenAsync(track, cancellation) : null;

    /// <summary>One battery.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.NotFound"/>.</exception>
    public async Task<AssetResource> ReadAsync(ThingId id, CancellationToken cancellation) => await FindAsync(id, cancellation)
        ?? throw new ProblemException(CommonProblems.NotFound, $"No telemetry of \"{id}\" has come.");

    private async Task<AssetResource?> SeenAsync(TelemetryTrack track, CancellationToken cancellation)
    {
        if (await record.FindThingAsync(track.Thing, cancellation) is not { } thing) return null;
        return await record.FindSeriesAsync(TelemetrySeries.Id(track.Thing, late: false), cancellation) is null ? null : AssetResource.Of(thing, track, meter);
    }
}
