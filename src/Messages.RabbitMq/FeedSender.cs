using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Voltloop.Core.Problems;
using Voltloop.Record.Telemetry;

namespace Voltloop.Messages.RabbitMq;

/// <summary>Sends messages to the topic exchange and waits for the broker to confirm each.</summary>
public sealed class FeedSender : IFeedSender
{
    /// <inheritdoc/>
    public async Task SendAsync(Uri broker, string routingKey, IReadOnlyList<byte[]> bodies, CancellationToken cancellation)
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = broker, AutomaticRecoveryEnabled = false }.CreateConnectionAsync(cancellation);
            await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
            foreach (var body in bodies)
            {
                // Mandatory: a message that no queue takes is refused, and not lost in silence.
                await channel.BasicPublishAsync("amq.topic", routingKey, mandatory: true, new BasicProperties { Persistent = true }, body, cancellation);
            }
        }
        catch (PublishException unrouted)
        {
            throw new ProblemException(new Problem(FeedProblems.Unreachable, $"No queue of the broker takes \"{routingKey}\": {unrouted.Message}", null, "Start the server with Telemetry:Broker once; it makes the queue."), unrouted);
        }
        catch (Exception away) when (away is RabbitMQClientException or IOException or System.Net.Sockets.SocketException)
        {
            throw new ProblemException(new Problem(FeedProblems.Unreachable, $"{broker.Host}: {away.Message}"), away);
        }
    }
}
