namespace Voltloop.Record.Telemetry;

/// <summary>How the connection to a message broker does.</summary>
/// <param name="State">Off, connecting or receiving.</param>
/// <param name="Since">Since when (UTC); <c>null</c> when off.</param>
public sealed record FeedStatus(FeedState State, DateTimeOffset? Since)
{
    /// <summary>No broker is configured.</summary>
    public static readonly FeedStatus Off = new(FeedState.Off, null);

    /// <summary>Broker and queue, without a password.</summary>
    public string? Place { get; init; }

    /// <summary>Why the last connection ended; <c>null</c> when none did.</summary>
    public string? LastError { get; init; }

    /// <summary>Messages that wait, as last asked.</summary>
    public long Waiting { get; init; }

    /// <summary>Messages in the queue of dead letters, as last asked.</summary>
    public long DeadLetters { get; init; }

    /// <summary>Messages acknowledged since the start.</summary>
    public long Acknowledged { get; init; }
}
