using Voltloop.Record.Telemetry;

namespace Voltloop.Messages.RabbitMq;

/// <summary>Takes what was delivered in groups: one commit for all that is there, then one acknowledgement.</summary>
internal sealed class FeedPump(FeedConnection connection, IFeedSink sink, FeedMonitor monitor)
{
    /// <summary>Most bytes of one group: 16 MiB.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private static readonly TimeSpan Quiet = TimeSpan.FromSeconds(2);

    /// <summary>Runs until the connection breaks, which throws, or the server stops.</summary>
    public async Task RunAsync(CancellationToken cancellation)
    {
        var group = new List<Delivery>();
        while (await WaitAsync(cancellation))
        {
            Collect(group);
            if (group.Count > 0) await TakeAsync(group, cancellation);
            group.Clear();
        }

        await connection.Deliveries.Completion;
    }

    // With nothing to do, the queues are counted for the page.
    private async Task<bool> WaitAsync(CancellationToken cancellation)
    {
        var arrived = connection.Deliveries.WaitToReadAsync(cancellation).AsTask();
        while (await Task.WhenAny(arrived, Task.Delay(Quiet, cancellation)) != arrived)
        {
            cancellation.ThrowIfCancellationRequested();
            await CountAsync(cancellation);
        }

        return await arrived;
    }

    private void Collect(List<Delivery> group)
    {
        var bytes = 0L;
        while (group.Count < connection.Prefetch && bytes < MostBytes && connection.Deliveries.TryRead(out var delivery))
        {
            group.Add(delivery);
            bytes += delivery.Body.Length;
        }
    }

    private async Task TakeAsync(List<Delivery> group, CancellationToken cancellation)
    {
        var verdicts = await sink.TakeAsync(group.ConvertAll(delivery => delivery.Body), cancellation);
        for (var i = 0; i < verdicts.Count; i++)
        {
            if (verdicts[i] is { } reason) await connection.BuryAsync(group[i], reason, cancellation);
        }

        await connection.AcknowledgeAsync(group[^1].Tag, cancellation);
        monitor.Change(status => status with { Acknowledged = status.Acknowledged + group.Count });
    }

    private async Task CountAsync(CancellationToken cancellation)
    {
        var (waiting, dead) = await connection.CountAsync(cancellation);
        monitor.Change(status => status with { Waiting = waiting, DeadLetters = dead });
    }
}
