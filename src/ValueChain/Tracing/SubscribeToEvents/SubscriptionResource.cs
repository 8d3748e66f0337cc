using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Tracing.CaptureEvents;

namespace Voltloop.Tracing.SubscribeToEvents;

/// <summary>A subscription as it is shown. The signature token is not.</summary>
/// <param name="SubscriptionID">Identifier.</param>
/// <param name="Dest">Where deliveries go.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record SubscriptionResource(string SubscriptionID, string Dest, DateTimeOffset CreatedAt)
{
    /// <summary>True when events are delivered as they are captured.</summary>
    public bool Stream { get; init; }

    /// <summary>Otherwise when.</summary>
    public JsonElement? Schedule { get; init; }

    /// <summary>When a delivery was last acknowledged.</summary>
    public DateTimeOffset? LastNotifiedAt { get; init; }

    /// <summary>Deliveries that failed one after the other.</summary>
    public int Failures { get; init; }

    /// <summary>When the next delivery is tried, at the earliest.</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Why the last one failed.</summary>
    public string? LastError { get; init; }

    /// <summary>From a kept one.</summary>
    public static SubscriptionResource Of(StoredSubscription stored)
    {
        var asked = JsonSerializer.Deserialize<SubscriptionRequest>(stored.Body, FindingJson.Options)!;
        return new SubscriptionResource(stored.Id, asked.Dest ?? "", stored.CreatedAt)
        {
            Stream = asked.Stream == true, Schedule = asked.Schedule, LastNotifiedAt = stored.LastRunAt, Failures = stored.Failures, NextAt = stored.NextAt, LastError = stored.LastError,
        };
    }
}
