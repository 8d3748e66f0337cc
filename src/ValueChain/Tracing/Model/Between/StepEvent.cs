using System.Text.Json;
using Voltloop.Record.Events;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.Model.Between;

/// <summary>A recorded event as a step of a chain: what it joins, who gave what to whom, and whether it takes another back.</summary>
internal sealed class StepEvent
{
    /// <summary>Reads a recorded event.</summary>
    public StepEvent(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        Recorded = recorded;
        Names = new ChainNames(json.RootElement, recorded.Hash);
        Sources = Parties(json.RootElement, "sourceList", "source");
        Destinations = Parties(json.RootElement, "destinationList", "destination");
        Withdrawal = json.RootElement.TryGetProperty("errorDeclaration", out var declared) ? Read(declared, recorded) : null;
    }

    /// <summary>The event.</summary>
    public RecordedEvent Recorded { get; }

    /// <summary>What it names.</summary>
    public ChainNames Names { get; }

    /// <summary>Owners and possessors that it names as giving, canonical.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Owners and possessors that it names as receiving.</summary>
    public IReadOnlyList<string> Destinations { get; }

    /// <summary>What it declares to be an error; <c>null</c> for an event that says what happened.</summary>
    public Tombstone? Withdrawal { get; }

    /// <summary>Whether something changed hands.</summary>
    public bool IsHandOver => Sources.Count + Destinations.Count > 0;

    /// <summary>Parties on the side to which a question goes.</summary>
    public IReadOnlyList<string> Towards(ChainDirection direction) => direction == ChainDirection.Up ? Sources : Destinations;

    /// <summary>What is one step from a thing by this event and others of the same transformation.</summary>
    public IEnumerable<string> Next(string thing, ChainDirection direction, IReadOnlyList<StepEvent> group) => Names.Next(thing, direction, [.. group.Select(one => one.Names)]);

    // A location is no party: nobody answers for it.
    private static IReadOnlyList<string> Parties(JsonElement captured, string list, string member) =>
        !captured.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array ? []
        : [.. entries.EnumerateArray().Where(entry => Text(entry, "type")?.EndsWith("_party", StringComparison.Ordinal) == true)
            .Select(entry => Text(entry, member)).OfType<string>().Select(ChainNames.Canonical).Distinct(StringComparer.Ordinal)];

    private Tombstone Read(JsonElement declared, RecordedEvent recorded) =>
        new(Names.EventId ?? recorded.Hash.ToString(), recorded.Issuer, Text(declared, "declarationTime") ?? "", Text(declared, "reason") ?? "declared an error");
}
