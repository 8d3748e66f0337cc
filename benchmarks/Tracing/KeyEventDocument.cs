using System.Globalization;
using System.Text;

namespace Voltloop.Bench.Tracing;

/// <summary>Documents of 100 key events that keep all rules that must be kept: cells are assembled, filled, formed, graded and joined.</summary>
internal static class KeyEventDocument
{
    private const int PerGroup = 5;

    private const string Head = """{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-01-01T00:00:00Z","epcisBody":{"eventList":[""";

    /// <summary>Bytes of a document.</summary>
    public static byte[] Of(int number)
    {
        var text = new StringBuilder(Head, 90_000);
        for (var i = 0; i < EventSample.PerDocument; i++) text.Append(i > 0 ? "," : "").Append(Event((number * EventSample.PerDocument) + i));
        return Encoding.UTF8.GetBytes(text.Append("]}}").ToString());
    }

    private static string Event(int n)
    {
        var group = n / PerGroup;
        var cells = string.Join(',', Enumerable.Range(group * 4, 4).Select(cell => $"\"{EventSample.Cell(cell)}\""));
        return (n % PerGroup) switch
        {
            0 => Common(n, ("TransformationEvent", "assembly", "assembling"), $$""" "inputEPCList":["{{EventSample.Roll(group)}}"],"outputEPCList":[{{cells}}]"""),
            1 => Common(n, ("ObjectEvent", "filling", "other"), $$""" "action":"OBSERVE","epcList":[{{cells}}],{{Sensors("Mass", "0.145", "KGM")}}"""),
            2 => Common(n, ("ObjectEvent", "formation", "other"), $$""" "action":"OBSERVE","epcList":[{{cells}}],{{Sensors("ElectricCharge", "4.95", "AMH")}}"""),
            3 => Common(n, ("ObjectEvent", "grading", "inspecting"), $$""" "action":"OBSERVE","disposition":"conformant","epcList":[{{cells}}],{{Sensors("ElectricCharge", "4.95", "AMH", ("Voltage", "3.6", "VLT"), ("Resistance", "0.002", "OHM"))}}"""),
            _ => Common(n, ("AggregationEvent", "module", "packing"), $$""" "action":"ADD","parentID":"urn:epc:id:sgtin:4012345.022222.M{{group}}","childEPCs":[{{cells}}]"""),
        };
    }

    private static string Sensors(string type, string value, string unit, params (string Type, string Value, string Unit)[] more) =>
        $$"""  "sensorElementList":[{"sensorReport":[{{string.Join(',', more.Prepend((type, value, unit)).Select(one => $$"""{"type":"{{one.Item1}}","value":{{one.Item2}},"uom":"{{one.Item3}}"}"""))}}]}]""";

    private static string Common(int n, (string Type, string Code, string Step) what, string more) => string.Create(
        CultureInfo.InvariantCulture,
        $$"""{"type":"{{what.Type}}","eventID":"{{EventSample.Id(n)}}","eventTime":"{{EventSample.Time(n):yyyy-MM-dd'T'HH:mm:ss.fff'Z'}}","eventTimeZoneOffset":"+01:00","voltloop:keyEvent":"{{what.Code}}","bizStep":"{{what.Step}}","readPoint":{"id":"urn:epc:id:sgln:4012345.{{n % 40:D5}}.0"},"bizLocation":{"id":"urn:epc:id:sgln:4012345.0000{{n % 5}}.0"},{{more}}}""");
}
