using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Record.Things;

namespace Voltloop.Tracing.FoldEvents;

/// <summary>A thing that new events speak of.</summary>
/// <param name="Id">Identifier.</param>
internal sealed record TouchedThing(ThingId Id)
{
    /// <summary>What it becomes when the record does not know it; <c>null</c> when it is left alone then.</summary>
    public ThingKind? Becomes { get; init; }

    /// <summary>Who captured the event that brings it forth.</summary>
    public string Maker { get; init; } = "";

    /// <summary>Identifier of the model that this event names.</summary>
    public string? Model { get; init; }
}
