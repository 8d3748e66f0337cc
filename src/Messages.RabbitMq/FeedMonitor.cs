using Voltloop.Record.Telemetry;

namespace Voltloop.Messages.RabbitMq;

/// <summary>What the feed says about itself; read by pages while the feed runs.</summary>
public sealed class FeedMonitor : IFeedMonitor
{
    private FeedStatus _status = FeedStatus.Off;

    /// <inheritdoc/>
    public FeedStatus Status => Volatile.Read(ref _status);

    /// <summary>Changes the status; one writer at a time.</summary>
    internal void Change(Func<FeedStatus, FeedStatus> change)
    {
        FeedStatus before;
        do
        {
            before = Status;
        }
        while (Interlocked.CompareExchange(ref _status, change(before), before) != before);
    }
}
