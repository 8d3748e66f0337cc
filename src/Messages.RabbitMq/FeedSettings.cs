namespace Voltloop.Messages.RabbitMq;

/// <summary>Settings of the feed: section <c>Telemetry</c>.</summary>
public sealed record FeedSettings
{
    /// <summary>Name of the section.</summary>
    public const string Section = "Telemetry";

    /// <summary>Address of the message broker, for example amqp://user:password@queue.example; <c>null</c> for no feed.</summary>
    public Uri? Broker { get; init; }

    /// <summary>Durable queue of the broker that is read.</summary>
    public string Queue { get; init; } = "voltloop.telemetry";

    /// <summary>Kind of queue: <c>quorum</c> or <c>classic</c>.</summary>
    public string QueueType { get; init; } = "quorum";

    /// <summary>Routing keys of <c>amq.topic</c> that lead to the queue; MQTT topics have dots for slashes there.</summary>
    public string Binding { get; init; } = "voltloop.telemetry.#";

    /// <summary>Deliveries on their way, 1 to 10,000; also the most that share a commit.</summary>
    public ushort Prefetch { get; init; } = 500;

    /// <summary>Queue of what was refused.</summary>
    public string DeadLetters => Queue + ".dead";

    /// <summary>Broker and queue, without a password.</summary>
    public string Place => Broker is null ? "" : $"{Broker.Scheme}://{Broker.Host}:{(Broker.Port < 0 ? 5672 : Broker.Port)}, queue {Queue}";
}
