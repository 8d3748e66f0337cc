namespace Voltloop.Record.Events;

/// <summary>What events are found by, taken from the event itself.</summary>
/// <param name="Type">Event type, as written.</param>
/// <param name="Action">Action.</param>
/// <param name="EventTime">When it happened (UTC).</param>
public sealed record EventKeys(string Type, EventAction Action, DateTimeOffset EventTime)
{
    /// <summary>The identifier that its author gave it; <c>null</c> when it has none or only its own hash.</summary>
    public string? EventId { get; init; }

    /// <summary>Business step, as a full URI.</summary>
    public string? BizStep { get; init; }

    /// <summary>Disposition, as a full URI.</summary>
    public string? Disposition { get; init; }

    /// <summary>Read point, canonical.</summary>
    public string? ReadPoint { get; init; }

    /// <summary>Business location, canonical.</summary>
    public string? BizLocation { get; init; }

    /// <summary>Things, classes, transactions and parties, each once.</summary>
    public IReadOnlyList<EventName> Names { get; init; } = [];

    /// <summary>The error declaration as written; it makes an event of its own, although the hash leaves it out.</summary>
    public string? ErrorDeclaration { get; init; }
}
