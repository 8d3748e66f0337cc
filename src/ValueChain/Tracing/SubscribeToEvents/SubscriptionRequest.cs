using System.Text.Json;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>What a subscriber asks for.</summary>
/// <param name="Dest">Where deliveries go: an http or https address.</param>
internal sealed record SubscriptionRequest(string? Dest)
{
    /// <summary>Key of the signature of deliveries.</summary>
    public string? SignatureToken { get; init; }

    /// <summary>True to be told of every matching event as it is captured.</summary>
    public bool? Stream { get; init; }

    /// <summary>When to be told otherwise.</summary>
    public JsonElement? Schedule { get; init; }

    /// <summary>Whether to be told at the scheduled time although nothing matches.</summary>
    public bool ReportIfEmpty { get; init; }

    /// <summary>Events recorded from this moment on; those of the future when it is not given.</summary>
    public DateTimeOffset? InitialRecordTime { get; init; }
}
