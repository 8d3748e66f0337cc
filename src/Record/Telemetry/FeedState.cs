namespace Voltloop.Record.Telemetry;

/// <summary>State of the connection to a message broker.</summary>
public enum FeedState
{
    /// <summary>No broker is configured.</summary>
    Off = 0,

    /// <summary>Looking for the broker.</summary>
    Connecting = 1,

    /// <summary>Connected, and taking messages.</summary>
    Receiving = 2,
}
