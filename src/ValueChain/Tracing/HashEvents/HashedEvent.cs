namespace Voltloop.Tracing.HashEvents;

/// <summary>The hash of one event.</summary>
/// <param name="Location">Where it stands in the document.</param>
/// <param name="PreHash">The string that the first hash is made over.</param>
internal sealed record HashedEvent(string Location, string PreHash)
{
    /// <summary>CBV 2.0; this is the event's identity here.</summary>
    public required string Cbv20 { get; init; }

    /// <summary>CBV 2.1.</summary>
    public required string Cbv21 { get; init; }

    /// <summary>CBV 2.0 as newer generators write it: extensions at the end.</summary>
    public required string Cbv20AtEnd { get; init; }

    /// <summary>Whether an eventID that is a hash is the hash of this event; <c>null</c> when it is none.</summary>
    public bool? EventIdHolds { get; init; }
}
