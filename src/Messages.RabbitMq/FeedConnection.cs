using System.Threading.Channels;
using RabbitMQ.Client;
using RabbitMQ.Client.Events;

namespace Voltloop.Messages.RabbitMq;

/// <summary>An open connection with its queues, that receives deliveries until it breaks.</summary>
internal sealed class FeedConnection : IAsyncDisposable
{
    private const string Topics = "amq.topic";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly FeedSettings _settings;
    private readonly IConnection _connection;
    private readonly IChannel _channel;
    private readonly Channel<Delivery> _deliveries = Channel.CreateUnbounded<Delivery>(new UnboundedChannelOptions { SingleReader = true });

    private FeedConnection(FeedSettings settings, IConnection connection, IChannel channel) => (_settings, _connection, _channel) = (settings, connection, channel);

    /// <summary>What was delivered; never more than the prefetch. Ends with the reason when the connection breaks.</summary>
    public ChannelReader<Delivery> Deliveries => _deliveries.Reader;

    /// <summary>Most deliveries on their way.</summary>
    public int Prefetch => _settings.Prefetch;

    /// <summary>Connects, makes the queues, and begins to receive.</summary>
    public static async Task<FeedConnection> OpenAsync(FeedSettings settings, CancellationToken cancellation)
    {
        var factory = new ConnectionFactory { Uri = settings.Broker!, AutomaticRecoveryEnabled = false, ClientProvidedName = "voltloop", RequestedConnectionTimeout = Patience, ContinuationTimeout = Patience };
        var connection = await factory.CreateConnectionAsync(cancellation);
        try
        {
            var channel = await connection.CreateChannelAsync(new CreateChannelOptions(publisherConfirmationsEnabled: true, publisherConfirmationTrackingEnabled: true), cancellation);
            var open = new FeedConnection(settings, connection, channel);
            await open.BeginAsync(cancellation);
            return open;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>Acknowledges everything up to a delivery.</summary>
    public async Task AcknowledgeAsync(ulong upTo, CancellationToken cancellation) => await _channel.BasicAckAsync(upTo, multiple: true, cancellation);

    /// <summary>Puts a refused message among the dead letters; returns when the broker has it.</summary>
    public async Task BuryAsync(Delivery delivery, Core.Problems.Problem reason, CancellationToken cancellation)
    {
        var properties = new BasicProperties
        {
            Persistent = true,
            Headers = new Dictionary<string, object?>(StringComparer.Ordinal) { ["voltloop-problem"] = reason.Kind.Code, ["voltloop-detail"] = reason.Detail, ["voltloop-routing-key"] = delivery.RoutingKey },
        };
        await _channel.BasicPublishAsync("", _settings.DeadLetters, mandatory: true, properties, delivery.Body, cancellation);
    }

    /// <summary>Messages that wait in the queue and among the dead letters.</summary>
    public async Task<(long Waiting, long Dead)> CountAsync(CancellationToken cancellation) =>
        (await _channel.MessageCountAsync(_settings.Queue, cancellation), await _channel.MessageCountAsync(_settings.DeadLetters, cancellation));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _channel.DisposeAsync();
        await _connection.DisposeAsync();
    }

    private async Task BeginAsync(CancellationToken cancellation)
    {
        await FeedQueues.DeclareAsync(_channel, _settings, cancellation);
        await _channel.QueueBindAsync(_settings.Queue, Topics, _settings.Binding, cancellationToken: cancellation);
        await _channel.BasicQosAsync(0, _settings.Prefetch, global: false, cancellation);
        _connection.ConnectionShutdownAsync += (_, why) => EndAsync(why);
        _channel.ChannelShutdownAsync += (_, why) => EndAsync(why);
        var consumer = new AsyncEventingBasicConsumer(_channel);
        // The body is the client's own memory, which it uses again.
        consumer.ReceivedAsync += async (_, arrived) => await _deliveries.Writer.WriteAsync(new Delivery(arrived.DeliveryTag, arrived.RoutingKey, arrived.Body.ToArray()), CancellationToken.None);
        consumer.UnregisteredAsync += (_, _) => EndAsync(null);
        await _channel.BasicConsumeAsync(_settings.Queue, autoAck: false, consumer, cancellation);
    }

    private Task EndAsync(ShutdownEventArgs? why)
    {
        _deliveries.Writer.TryComplete(new IOException(why is null ? "The broker has ended the delivery." : why.ReplyText));
        return Task.CompletedTask;
    }
}
