namespace Voltloop.Record.Events;

/// <summary>A subscription to a named query, with how far it has been served.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Query">Name of the query.</param>
/// <param name="Owner">Operator in whose name events are delivered.</param>
/// <param name="Body">What was asked for, JSON.</param>
/// <param name="CreatedAt">When (UTC).</param>
public sealed record StoredSubscription(string Id, string Query, string Owner, string Body, DateTimeOffset CreatedAt)
{
    /// <summary>Number of the last event that the receiver has acknowledged, or that it was not concerned with.</summary>
    public long Watermark { get; init; }

    /// <summary>Last event of a delivery that was sent and not acknowledged; 0 for none. It is sent again exactly as it was.</summary>
    public long Pending { get; init; }

    /// <summary>When a delivery was last acknowledged (UTC).</summary>
    public DateTimeOffset? LastRunAt { get; init; }

    /// <summary>Deliveries that failed one after the other.</summary>
    public int Failures { get; init; }

    /// <summary>Not before this moment (UTC).</summary>
    public DateTimeOffset NextAt { get; init; }

    /// <summary>Why the last delivery failed; <c>null</c> when it did not.</summary>
    public string? LastError { get; init; }
}
