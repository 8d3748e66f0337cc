using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.Model.Between;

/// <summary>What an event names, and how the names stand to each other.</summary>
internal sealed class ChainNames
{
    private const EventRoles Inputs = EventRoles.Input | EventRoles.InputClass;
    private const EventRoles Outputs = EventRoles.Output | EventRoles.OutputClass;
    private const EventRoles Children = EventRoles.Child | EventRoles.ChildClass;

    private static readonly EventKeyReader Reader = new(EventNamespaces.Official);
    private static readonly EventHash NoHash = new(new byte[EventHash.Bytes]);

    private readonly EventKeys _keys;

    /// <summary>Reads an event, which may come from anywhere.</summary>
    /// <exception cref="FormatException">Not an event.</exception>
    public ChainNames(JsonElement captured, EventHash? hash = null) => _keys = Reader.Read(captured, hash ?? NoHash);

    /// <summary>The identifier that its author gave it.</summary>
    public string? EventId => _keys.EventId;

    /// <summary>When it happened (UTC).</summary>
    public DateTimeOffset At => _keys.EventTime;

    /// <summary>Things and lots.</summary>
    public IEnumerable<string> Objects => Named(EventRoles.Objects);

    /// <summary>The transformation that several events may share.</summary>
    public string? Transformation => Named(EventRoles.Transformation).FirstOrDefault();

    /// <summary>Whether it says that something is no longer in something else.</summary>
    public bool TakesOut => _keys.Action == EventAction.Delete;

    /// <summary>Whether it says that something is in something else from now on, and was not before.</summary>
    public bool PutsIn => _keys.Action == EventAction.Add;

    private bool Joins => _keys.Type is "AggregationEvent" or "AssociationEvent";

    /// <summary>The form in which names are compared.</summary>
    public static string Canonical(string name) => Reader.Canonical(name);

    /// <summary>The names of JSON text.</summary>
    /// <exception cref="FormatException">Not an event.</exception>
    public static ChainNames Of(byte[] utf8)
    {
        using var json = JsonDocument.Parse(utf8);
        return new ChainNames(json.RootElement);
    }

    /// <summary>
    /// The pallet or box in which a thing was, by this event: a logistic unit (SSCC) or a returnable one (GRAI). To be carried
    /// in one is no step of a chain; to be built into a product is.
    /// </summary>
    public string? Carrier(string thing) => Joins && Named(Children).Contains(thing, StringComparer.Ordinal)
        ? Named(EventRoles.Parent).FirstOrDefault(name => name.Contains("/00/", StringComparison.Ordinal) || name.Contains("/8003/", StringComparison.Ordinal)) : null;

    /// <summary>What is one step from a thing by this event, or by it and others of the same transformation.</summary>
    /// <param name="thing">The thing.</param>
    /// <param name="direction">Which way.</param>
    /// <param name="group">What the events that share the transformation name; the event alone otherwise.</param>
    public IEnumerable<string> Next(string thing, ChainDirection direction, IReadOnlyList<ChainNames> group)
    {
        if (Joins) return TakesOut || Carrier(thing) is not null ? [] : Across(thing, direction, (Children, EventRoles.Parent), [this]);
        return _keys.Type == "TransformationEvent" ? Across(thing, direction, (Inputs, Outputs), group) : [];
    }

    private static IEnumerable<string> Across(string thing, ChainDirection direction, (EventRoles Before, EventRoles After) sides, IReadOnlyList<ChainNames> group)
    {
        var (here, there) = direction == ChainDirection.Up ? (sides.After, sides.Before) : (sides.Before, sides.After);
        return group.Any(one => one.Named(here).Contains(thing, StringComparer.Ordinal)) ? group.SelectMany(one => one.Named(there)).Where(name => name != thing) : [];
    }

    private IEnumerable<string> Named(EventRoles roles) => _keys.Names.Where(name => (name.Roles & roles) != EventRoles.None).Select(name => name.Name);
}
