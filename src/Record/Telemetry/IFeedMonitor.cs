namespace Voltloop.Record.Telemetry;

/// <summary>How the connection to the message broker does.</summary>
public interface IFeedMonitor
{
    /// <summary>As of now.</summary>
    FeedStatus Status { get; }
}
