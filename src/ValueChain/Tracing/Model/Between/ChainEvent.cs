using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.Model.Between;

/// <summary>An event as a step of a chain: what it joins, who gave what to whom, and whether it takes another back.</summary>
internal sealed class ChainEvent
{
    private const EventRoles Inputs = EventRoles.Input | EventRoles.InputClass;
    private const EventRoles Outputs = EventRoles.Output | EventRoles.OutputClass;
    private const EventRoles Children = EventRoles.Child | EventRoles.ChildClass;

    private static readonly EventKeyReader Reader = new(EventNamespaces.Official);

    private static readonly EventHash NoHash = new(new byte[EventHash.Bytes]);

    private readonly EventKeys _keys;

    /// <summary>Reads a recorded event.</summary>
    public ChainEvent(RecordedEvent recorded)
    {
        using var json = JsonDocument.Parse(recorded.Json);
        Recorded = recorded;
        _keys = Reader.Read(json.RootElement, recorded.Hash);
        Sources = Parties(json.RootElement, "sourceList", "source");
        Destinations = Parties(json.RootElement, "destinationList", "destination");
        Withdrawal = json.RootElement.TryGetProperty("errorDeclaration", out var declared) ? Read(declared, recorded) : null;
    }

    /// <summary>The event.</summary>
    public RecordedEvent Recorded { get; }

    /// <summary>Owners and possessors that it names as giving, canonical.</summary>
    public IReadOnlyList<string> Sources { get; }

    /// <summary>Owners and possessors that it names as receiving.</summary>
    public IReadOnlyList<string> Destinations { get; }

    /// <summary>What it declares to be an error; <c>null</c> for an event that says what happened.</summary>
    public Tombstone? Withdrawal { get; }

    /// <summary>The transformation that several events may share.</summary>
    public string? Transformation => Named(EventRoles.Transformation).FirstOrDefault();

    /// <summary>The things, lots and transformation that an event names, which may come from anywhere.</summary>
    /// <exception cref="FormatException">Not an event.</exception>
    public static (IReadOnlySet<string> Objects, string? Transformation) NamesOf(byte[] utf8)
    {
        using var json = JsonDocument.Parse(utf8);
        var keys = Reader.Read(json.RootElement, NoHash);
        return (Of(keys, EventRoles.Objects).ToHashSet(StringComparer.Ordinal), Of(keys, EventRoles.Transformation).FirstOrDefault());
    }

    /// <summary>The form in which names are compared.</summary>
    public static string Canonical(string name) => Reader.Canonical(name);

    /// <summary>Things and lots that it names.</summary>
    public IEnumerable<string> Objects => Named(EventRoles.Objects);

    /// <summary>Parties on the side to which a question goes.</summary>
    public IReadOnlyList<string> Towards(ChainDirection direction) => direction == ChainDirection.Up ? Sources : Destinations;

    /// <summary>What is one step from a thing by this event, or by it and others of the same transformation.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="group">The events that share the transformation; the event alone otherwise.</param>
    public IEnumerable<string> Next(string thing, ChainDirection direction, IReadOnlyList<ChainEvent> group)
    {
        if (_keys.Type is "AggregationEvent" or "AssociationEvent") return _keys.Action == EventAction.Delete ? [] : Across(thing, direction, (Children, EventRoles.Parent), [this]);
        return _keys.Type == "TransformationEvent" ? Across(thing, direction, (Inputs, Outputs), group) : [];
    }

    private static IEnumerable<string> Across(string thing, ChainDirection direction, (EventRoles Before, EventRoles After) sides, IReadOnlyList<ChainEvent> group)
    {
        var (here, there) = direction == ChainDirection.Up ? (sides.After, sides.Before) : (sides.Before, sides.After);
        return group.Any(one => one.Named(here).Contains(thing, StringComparer.Ordinal)) ? group.SelectMany(one => one.Named(there)).Where(name => name != thing) : [];
    }

    private IEnumerable<string> Named(EventRoles roles) => Of(_keys, roles);

    private static IEnumerable<string> Of(EventKeys keys, EventRoles roles) => keys.Names.Where(name => (name.Roles & roles) != EventRoles.None).Select(name => name.Name);

    // A location is no party: nobody answers for it.
    private static IReadOnlyList<string> Parties(JsonElement captured, string list, string member) =>
        !captured.TryGetProperty(list, out var entries) || entries.ValueKind != JsonValueKind.Array ? []
        : [.. entries.EnumerateArray().Where(entry => Text(entry, "type")?.EndsWith("_party", StringComparison.Ordinal) == true)
            .Select(entry => Text(entry, member)).OfType<string>().Select(Canonical).Distinct(StringComparer.Ordinal)];

    private Tombstone Read(JsonElement declared, RecordedEvent recorded) =>
        new(_keys.EventId ?? recorded.Hash.ToString(), recorded.Issuer, Text(declared, "declarationTime") ?? "", Text(declared, "reason") ?? "declared an error");

    private static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
