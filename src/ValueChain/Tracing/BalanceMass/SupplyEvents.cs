using System.Text;
using System.Text.Json;
using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tracing.BalanceMass;

/// <summary>Writes the movements of a made-up supply network as an EPCIS 2.0 document, one event per line.</summary>
internal static class SupplyEvents
{
    private const double Content = 0.25;
    private const double ContentUncertainty = 0.0025;
    private const double Weighing = 0.003;
    private const string Class = "https://id.gs1.org/01/09521234543213/10/";

    private static readonly JsonSerializerOptions Options = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string[] Sites = [.. SupplySimulation.Routes.Keys, "battery-maker"];

    /// <summary>The document.</summary>
    public static string Document(BalanceBooks books)
    {
        var text = new StringBuilder("""{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2030-01-01T00:00:00Z","epcisBody":{"eventList":[""");
        var events = books.Flows.Select(flow => EventOf(flow, books)).OfType<Dictionary<string, object>>().Select(one => JsonSerializer.Serialize(one, Options));
        return text.Append('\n').AppendJoin(",\n", events).Append("\n]}}\n").ToString();
    }

    /// <summary>Identifier of a site of the network.</summary>
    public static string SiteOf(string name)
    {
        var digits = $"95212345{Array.IndexOf(Sites, name) + 1:0000}";
        var sum = digits.Select((digit, i) => (digit - '0') * (i % 2 == 0 ? 1 : 3)).Sum();
        return $"https://id.gs1.org/414/{digits}{(10 - (sum % 10)) % 10}";
    }

    private static Dictionary<string, object>? EventOf(MassFlow flow, BalanceBooks books) => flow.Kind switch
    {
        FlowKind.Extracted => Object(flow, "ADD", "commissioning"),
        FlowKind.Counted => Object(flow, "OBSERVE", "cycle_counting"),
        FlowKind.Shipped => Moved(flow, "shipping", (flow.Site, flow.Counterpart!)),
        FlowKind.Received => Moved(flow, "receiving", (flow.Counterpart!, flow.Site)),
        FlowKind.Consumed => Transformed(flow, books.Flows.FirstOrDefault(other => other.Kind == FlowKind.Produced && other.Site == flow.Site && other.At > flow.At)),
        _ => null,
    };

    private static Dictionary<string, object> Object(MassFlow flow, string action, string step)
    {
        var one = Begin("ObjectEvent", flow);
        one["action"] = action;
        one["bizStep"] = step;
        one["epcList"] = Array.Empty<string>();
        one["quantityList"] = Quantity(flow);
        return one;
    }

    private static Dictionary<string, object> Moved(MassFlow flow, string step, (string From, string To) way)
    {
        var one = Object(flow, "OBSERVE", step);
        one["sourceList"] = new[] { new { type = "location", source = SiteOf(way.From) } };
        one["destinationList"] = new[] { new { type = "location", destination = SiteOf(way.To) } };
        return one;
    }

    private static Dictionary<string, object>? Transformed(MassFlow input, MassFlow? output)
    {
        if (output is null) return null;
        var one = Begin("TransformationEvent", input);
        one["bizStep"] = "commissioning";
        one["inputQuantityList"] = Quantity(input with { Lot = "stock of " + input.Site });
        one["outputQuantityList"] = Quantity(output);
        return one;
    }

    private static Dictionary<string, object> Begin(string type, MassFlow flow) => new(StringComparer.Ordinal)
    {
        ["type"] = type,
        ["eventTime"] = flow.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture),
        ["eventTimeZoneOffset"] = "+00:00",
        ["readPoint"] = new { id = SiteOf(flow.Site) },
        ["bizLocation"] = new { id = SiteOf(flow.Site) },
        ["voltloop:material"] = flow.Site.StartsWith("mine", StringComparison.Ordinal) || flow.Site.StartsWith("trader", StringComparison.Ordinal) ? "cobalt hydroxide" : "cobalt sulfate",
        ["voltloop:weighingUncertainty"] = Weighing,
        ["voltloop:content"] = new[] { new { element = SupplySimulation.Element, massFraction = Content, uncertainty = ContentUncertainty } },
    };

    private static object[] Quantity(MassFlow flow) =>
        [new { epcClass = Class + flow.Lot.Replace(' ', '-'), quantity = Math.Round(Math.Max(0, flow.Mass.Value) / Content, 3), uom = "KGM" }];
}
