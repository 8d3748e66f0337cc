using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// Reads movements of mass from EPCIS events. Commissioning (ADD) brings forth, shipping and receiving move, cycle_counting and
/// stock_taking count, destroying, decommissioning and DELETE lose, transformations consume and produce.
/// </summary>
internal static class MassEventReader
{
    /// <summary>Types of events that move masses.</summary>
    public static readonly IReadOnlyList<string> Types = ["ObjectEvent", "TransformationEvent"];

    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);

    /// <summary>False when the bytes of an event cannot hold anything that the books need, which is quicker to tell than to read it.</summary>
    public static bool MayCount(ReadOnlySpan<byte> json) =>
        json.IndexOf("uantityList\""u8) >= 0 || json.IndexOf("errorDeclaration\""u8) >= 0 || json.IndexOf("\\u"u8) >= 0;

    /// <summary>What an event says.</summary>
    /// <param name="captured">The event.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="operatedBy">Who captured it.</param>
    public static MassEvent Read(JsonElement captured, string id, string operatedBy)
    {
        var (moves, withoutMass) = Moves(captured);
        var content = LotContent.Of(captured);
        return new MassEvent(id, EventTime.Parse(Text(captured, "eventTime")), operatedBy)
        {
            IsDeclared = captured.TryGetProperty("errorDeclaration", out _),
            Content = content,
            Described = content.Elements.Count == 0 && content.Material is null ? [] : [.. Described(captured)],
            IsMaster = captured.TryGetProperty("ilmd", out _),
            Weighing = CustodyNames.Number(captured, "weighingUncertainty"),
            Moves = moves,
            WithoutMass = withoutMass,
        };
    }

    private static IEnumerable<string> Described(JsonElement captured) =>
        List(captured, "quantityList").Concat(List(captured, "outputQuantityList")).Select(quantity => Text(quantity, "epcClass")).OfType<string>().Select(Keys.Canonical);

    private static (IReadOnlyList<MassMove> Moves, int WithoutMass) Moves(JsonElement captured)
    {
        var moves = new List<MassMove>();
        var withoutMass = 0;
        foreach (var (list, kind) in Lists(captured))
        {
            if (SiteOf(captured, kind) is not { } site) continue;
            foreach (var quantity in List(captured, list))
            {
                if (Text(quantity, "epcClass") is { } lot && QuantityMass.Kilograms(quantity) is { } kilograms) moves.Add(new MassMove(kind, site, Keys.Canonical(lot), kilograms) { Counterpart = OtherSite(captured, kind) });
                else withoutMass++;
            }
        }

        return (moves, withoutMass);
    }

    private static IEnumerable<(string List, FlowKind Kind)> Lists(JsonElement captured) => Text(captured, "type") switch
    {
        "TransformationEvent" => [("inputQuantityList", HasOutputMass(captured) ? FlowKind.Consumed : FlowKind.BuiltIn), ("outputQuantityList", FlowKind.Produced)],
        "ObjectEvent" when KindOf(Last(Text(captured, "bizStep")), Text(captured, "action")) is { } kind => [("quantityList", kind)],
        _ => [],
    };

    // A coil of a slurry, a cell of an electrolyte: what comes out is single things, and no lot.
    private static bool HasOutputMass(JsonElement captured) => !List(captured, "outputEPCList").Any() || List(captured, "outputQuantityList").Any();

    private static FlowKind? KindOf(string step, string? action) => (step, action) switch
    {
        ("shipping", "OBSERVE") => FlowKind.Shipped,
        ("receiving", "OBSERVE" or "ADD") => FlowKind.Received,
        ("cycle_counting" or "stock_taking", "OBSERVE") => FlowKind.Counted,
        ("destroying" or "decommissioning", _) or (_, "DELETE") => FlowKind.Lost,
        (_, "ADD") => FlowKind.Extracted,
        _ => null,
    };

    // What is shipped stands at its source, what is received at its destination, when the event names them.
    private static string? SiteOf(JsonElement captured, FlowKind kind) => kind switch
    {
        FlowKind.Shipped => Party(captured, "source") ?? Place(captured, "readPoint") ?? Place(captured, "bizLocation"),
        FlowKind.Received => Place(captured, "bizLocation") ?? Party(captured, "destination") ?? Place(captured, "readPoint"),
        _ => Place(captured, "bizLocation") ?? Place(captured, "readPoint"),
    };

    private static string? OtherSite(JsonElement captured, FlowKind kind) => kind switch
    {
        FlowKind.Shipped => Party(captured, "destination"),
        FlowKind.Received => Party(captured, "source"),
        _ => null,
    };

    private static string? Party(JsonElement captured, string name)
    {
        foreach (var entry in List(captured, name + "List"))
        {
            if (Last(Text(entry, "type")) == "location" && Text(entry, name) is { } place) return SiteName(place);
        }

        return null;
    }

    private static string? Place(JsonElement captured, string name) =>
        captured.TryGetProperty(name, out var place) && Text(place, "id") is { } id ? SiteName(id) : null;

    // A dock or a shelf (GLN extension) belongs to its site.
    private static string SiteName(string place)
    {
        var name = Keys.Canonical(place);
        var cut = name.IndexOf("/254/", StringComparison.Ordinal);
        return cut < 0 ? name : name[..cut];
    }

    private static string Last(string? word) => word is null ? "" : word[(word.AsSpan().LastIndexOfAny(':', '-', '/') + 1)..];
}
