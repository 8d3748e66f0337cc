using Voltloop.Health.IngestTelemetry;
using Voltloop.Record.Policies;
using Voltloop.Record.Telemetry;

namespace Voltloop.Health.FollowAssets;

/// <summary>Reads how telemetry comes in. Refusals name senders and batteries, so only whoever runs the store sees them.</summary>
internal sealed class StatusReader(IFeedMonitor feed, TelemetryMeter meter, IActorSource actors)
{
    /// <summary>As of now.</summary>
    public StatusResource Read()
    {
        var (status, isKeeper) = (feed.Status, actors.Current.Actor.IsKeeper);
        var shown = isKeeper ? status : status with { Place = null, LastError = null };
        return new StatusResource(shown, meter.Taken, meter.Duplicates, meter.Refused, meter.Samples, isKeeper ? meter.Refusals : []);
    }
}
