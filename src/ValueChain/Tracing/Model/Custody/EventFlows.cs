using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using static Voltloop.Tracing.Model.JsonFields;

namespace Voltloop.Tracing.Model.Custody;

/// <summary>
/// Reads movements of mass from EPCIS events. Commissioning (ADD) brings forth, shipping and receiving move, cycle_counting and
/// stock_taking count, destroying, decommissioning and DELETE lose, transformations consume and produce. What is in a lot is learnt
/// from its own events first, so the order in which events came does not matter. An event that was declared an error does not count.
/// </summary>
internal sealed class EventFlows(CustodyPolicy policy)
{
    private static readonly EventKeyReader Keys = new(EventNamespaces.Official);

    private readonly Dictionary<string, LotContent> _lots = new(StringComparer.Ordinal);
    private readonly HashSet<string> _withdrawn = new(StringComparer.Ordinal);

    /// <summary>Quantities that name no mass: pieces, litres, unknown units.</summary>
    public int WithoutMass { get; private set; }

    /// <summary>First pass: remembers contents of lots and events that were withdrawn.</summary>
    public void Learn(JsonElement captured, string id)
    {
        if (captured.TryGetProperty("errorDeclaration", out _)) _withdrawn.Add(id);
        var content = LotContent.Of(captured, policy);
        if (content.Elements.Count == 0 && content.Material is null) return;
        var quantities = List(captured, "quantityList").Concat(List(captured, "outputQuantityList"));
        foreach (var lot in quantities.Select(quantity => Text(quantity, "epcClass")).OfType<string>().Select(Keys.Canonical))
        {
            // What stands in the master data of a lot goes before what somebody on the way found.
            if (captured.TryGetProperty("ilmd", out _)) _lots[lot] = content;
            else _lots.TryAdd(lot, content);
        }
    }

    /// <summary>Second pass: the movements of an event.</summary>
    /// <param name="captured">The event.</param>
    /// <param name="id">Its identity.</param>
    /// <param name="operatedBy">Who captured it.</param>
    public IReadOnlyList<MassFlow> Read(JsonElement captured, string id, string operatedBy)
    {
        if (_withdrawn.Contains(id)) return [];
        var step = Last(Text(captured, "bizStep"));
        var at = EventTime.Parse(Text(captured, "eventTime"));
        return Text(captured, "type") switch
        {
            "TransformationEvent" => [.. Flows(captured, "inputQuantityList", HasOutputMass(captured) ? FlowKind.Consumed : FlowKind.BuiltIn), .. Flows(captured, "outputQuantityList", FlowKind.Produced)],
            "ObjectEvent" when KindOf(step, Text(captured, "action")) is { } kind => Flows(captured, "quantityList", kind),
            _ => [],
        };

        IReadOnlyList<MassFlow> Flows(JsonElement of, string list, FlowKind kind) =>
            SiteOf(of, kind) is { } site ? [.. List(of, list).SelectMany(quantity => FlowsOf(of, quantity, new MassFlow(kind, site, "", "", default) { At = at, Event = id, Operator = operatedBy, Counterpart = OtherSite(of, kind) }))] : [];
    }

    // A coil of a slurry, a cell of an electrolyte: what comes out is single things, and no lot.
    private static bool HasOutputMass(JsonElement captured) => List(captured, "outputEPCList").FirstOrDefault().ValueKind == JsonValueKind.Undefined || List(captured, "outputQuantityList").Any();

    private static FlowKind? KindOf(string step, string? action) => (step, action) switch
    {
        ("shipping", "OBSERVE") => FlowKind.Shipped,
        ("receiving", "OBSERVE" or "ADD") => FlowKind.Received,
        ("cycle_counting" or "stock_taking", "OBSERVE") => FlowKind.Counted,
        ("destroying" or "decommissioning", _) or (_, "DELETE") => FlowKind.Lost,
        (_, "ADD") => FlowKind.Extracted,
        _ => null,
    };

    private IEnumerable<MassFlow> FlowsOf(JsonElement captured, JsonElement quantity, MassFlow empty)
    {
        if (Text(quantity, "epcClass") is not { } name || QuantityMass.Kilograms(quantity) is not { } kilograms)
        {
            WithoutMass++;
            yield break;
        }

        var lot = Keys.Canonical(name);
        var own = empty.Kind is FlowKind.Consumed or FlowKind.BuiltIn ? new LotContent(null, []) : LotContent.Of(captured, policy);
        var content = own.Or(_lots.GetValueOrDefault(lot));
        var gross = new Amount(kilograms, kilograms * (CustodyNames.Number(captured, "weighingUncertainty") ?? policy.WeighingUncertainty));
        var flow = empty with { Lot = lot, Material = content.Material ?? ClassOf(lot), Model = content.Model, Claimed = content.Claimed };
        yield return flow with { Element = MassFlow.Gross, Mass = gross };
        foreach (var (element, fraction) in content.Elements) yield return flow with { Element = element, Mass = gross * fraction, Grade = own.Elements.Count > 0 ? fraction : null };
    }

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

    private static string ClassOf(string lot)
    {
        var cut = lot.IndexOf("/10/", StringComparison.Ordinal);
        return cut < 0 ? lot : lot[..cut];
    }

    private static string Last(string? word) => word is null ? "" : word[(word.AsSpan().LastIndexOfAny(':', '-', '/') + 1)..];
}
