using RabbitMQ.Client;

namespace Voltloop.Messages.RabbitMq;

/// <summary>The queues of the feed.</summary>
internal static class FeedQueues
{
    /// <summary>Makes the queue and that of the dead letters; queues that are there stay.</summary>
    public static async Task DeclareAsync(IChannel channel, FeedSettings settings, CancellationToken cancellation)
    {
        foreach (var queue in new[] { settings.Queue, settings.DeadLetters })
        {
            await channel.QueueDeclareAsync(
                queue, durable: true, exclusive: false, autoDelete: false, new Dictionary<string, object?>(StringComparer.Ordinal) { ["x-queue-type"] = settings.QueueType }, cancellationToken: cancellation);
        }
    }
}
