namespace Voltloop.Health.Model.Telemetry;

/// <summary>Named limits of telemetry.</summary>
internal static class TelemetryLimits
{
    /// <summary>Most samples of one message.</summary>
    public const int MaxSamplesPerMessage = 1_000_000;

    /// <summary>Most samples of one request or delivery, over all its messages.</summary>
    public const int MaxSamplesPerRequest = 2_000_000;

    /// <summary>Most messages of one request.</summary>
    public const int MaxMessagesPerRequest = 10_000;

    /// <summary>Largest body of a request, in bytes: 64 MiB.</summary>
    public const int MaxBodyBytes = 64 * 1024 * 1024;

    /// <summary>Longest name of a source or identifier of a message, in characters.</summary>
    public const int MaxNameLength = 200;

    /// <summary>Samples may come this much later than newer ones of the same battery and are still merged in order, s: 48 h.</summary>
    public const double LateWindow = 48 * 3600;

    /// <summary>The clock of a device may be this far ahead, s.</summary>
    public const double MostAhead = 24 * 3600;

    /// <summary>Oldest moment accepted, s since 1970: 1990-01-01. An older one is a clock that was never set, or another unit.</summary>
    public const double Earliest = 631_152_000;

    /// <summary>Distance of two marks from which samples that come late are taken in again, s.</summary>
    public const double MarkSeconds = 3600;

    /// <summary>Most readings left out of which the values are kept with the state.</summary>
    public const int MaxLeftOut = 10;
}
