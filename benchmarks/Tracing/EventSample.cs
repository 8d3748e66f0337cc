using System.Globalization;
using System.Text;

namespace Voltloop.Bench.Tracing;

/// <summary>
/// Events of a made-up battery factory, always the same: coating with sensors and ILMD, rolls to cells, formation with extensions,
/// modules, shipping. About 766 bytes an event.
/// </summary>
internal static class EventSample
{
    /// <summary>Events of a document.</summary>
    public const int PerDocument = 100;

    private const string Head = """{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"bat":"https://battery.example.com/voc/"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2027-01-01T00:00:00Z","epcisBody":{"eventList":[""";

    private static readonly DateTime Start = new(2027, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Bytes of a document.</summary>
    public static byte[] Document(int number)
    {
        var text = new StringBuilder(Head, 90_000);
        for (var i = 0; i < PerDocument; i++)
        {
            if (i > 0) text.Append(',');
            text.Append(Event((number * PerDocument) + i));
        }

        return Encoding.UTF8.GetBytes(text.Append("]}}").ToString());
    }

    /// <summary>EPC of a cell.</summary>
    public static string Cell(int number) => Text($"urn:epc:id:sgtin:4012345.011111.C{number:D9}");

    /// <summary>Identifier of an event.</summary>
    public static string Id(int number) => Text($"urn:uuid:00000000-0000-4000-8000-{number:D12}");

    /// <summary>Moment of an event.</summary>
    public static DateTime Time(int number) => Start.AddMilliseconds(number * 250L);

    /// <summary>One event.</summary>
    public static string Event(int n)
    {
        var group = n / 5;
        return (n % 5) switch
        {
            0 => Common(n, "ObjectEvent", "ADD", "commissioning", $$""" "epcList":["{{Roll(group)}}"],"ilmd":{"bat:lot":"L{{group / 40}}","bat:slurry":"S{{group / 200}}","bat:foilWidth":0.62},"sensorElementList":[{"sensorMetadata":{"time":"{{Iso(n)}}","deviceID":"urn:epc:id:giai:4012345.coater{{group % 4}}"},"sensorReport":[{"type":"Temperature","value":{{110 + (group % 17)}}.5,"uom":"CEL"},{"type":"Length","component":"z","value":{{120 + (group % 9)}},"uom":"4H"}]}]"""),
            1 => Common(n, "TransformationEvent", null, "assembling", $$""" "inputEPCList":["{{Roll(group)}}","urn:epc:id:sgtin:4012345.044444.R{{group / 60}}"],"inputQuantityList":[{"epcClass":"urn:epc:class:lgtin:4012345.055555.E{{group / 500}}","quantity":0.18,"uom":"LTR"}],"outputEPCList":["{{Cell(group * 4)}}","{{Cell((group * 4) + 1)}}","{{Cell((group * 4) + 2)}}","{{Cell((group * 4) + 3)}}"],"bat:line":"A{{group % 3}}","bat:operatorShift":{{group % 3}}"""),
            2 => Common(n, "ObjectEvent", "OBSERVE", "inspecting", $$""" "epcList":["{{Cell(group * 4)}}","{{Cell((group * 4) + 1)}}","{{Cell((group * 4) + 2)}}","{{Cell((group * 4) + 3)}}"],"disposition":"conformant","bat:formation":{"bat:cycles":3,"bat:capacity":{{4.9 + (group % 10 / 100.0)}},"bat:chamber":"F{{group % 24}}","bat:recipe":"NMC622-R7"}"""),
            3 => Common(n, "AggregationEvent", "ADD", "packing", $$""" "parentID":"urn:epc:id:sgtin:4012345.022222.M{{group}}","childEPCs":["{{Cell(group * 4)}}","{{Cell((group * 4) + 1)}}","{{Cell((group * 4) + 2)}}","{{Cell((group * 4) + 3)}}"],"bat:torque":{{8 + (group % 5)}}.25,"bat:station":"P{{group % 6}}" """),
            _ => Common(n, "ObjectEvent", "OBSERVE", "shipping", $$""" "epcList":["urn:epc:id:sgtin:4012345.022222.M{{group}}","urn:epc:id:sscc:4012345.{{group % 10_000_000_000:D10}}"],"disposition":"in_transit","bizTransactionList":[{"type":"desadv","bizTransaction":"urn:epcglobal:cbv:bt:4012345000009:ASN{{group / 20}}"}],"sourceList":[{"type":"owning_party","source":"urn:epc:id:pgln:4012345.00000"}],"destinationList":[{"type":"owning_party","destination":"urn:epc:id:pgln:0614141.00000"}]"""),
        };
    }

    /// <summary>EPC of a roll.</summary>
    public static string Roll(int group) => Text($"urn:epc:id:sgtin:4012345.033333.R{group / 30:D7}");

    private static string Common(int n, string type, string? action, string step, string more) => Text(
        $$"""{"type":"{{type}}","eventID":"{{Id(n)}}","eventTime":"{{Iso(n)}}","eventTimeZoneOffset":"+01:00",{{(action is null ? "" : $"\"action\":\"{action}\",")}}"bizStep":"{{step}}","readPoint":{"id":"urn:epc:id:sgln:4012345.{{n % 40:D5}}.0"},"bizLocation":{"id":"urn:epc:id:sgln:4012345.0000{{n % 5}}.0"},"bat:plant":"Example plant one","bat:order":"PO-{{n / 5000}}",{{more}}}""");

    private static string Iso(int n) => Time(n).ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
