using System.Buffers;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Voltloop.Core.Problems;
using Voltloop.Tracing.Model;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>What stands around the events of an XML document.</summary>
internal sealed class XmlHead
{
    private readonly List<string> _ignored = [];
    private string? _created;

    /// <summary>Reads the root element.</summary>
    public void Begin(XmlReader xml)
    {
        if (xml.LocalName is not ("EPCISDocument" or "EPCISQueryDocument" or "Envelope"))
        {
            throw new ProblemException(TracingProblems.NotEpcis, $"The document is <{xml.LocalName}>, not an EPCIS document.");
        }

        _created = xml.GetAttribute("creationDate");
    }

    /// <summary>Fields that the sender leaves out of hashes.</summary>
    public void Ignore(XElement list, XmlNames names) => _ignored.AddRange(list.Elements().Select(e => names.Key(e.Name, e)));

    /// <summary>The whole document.</summary>
    public byte[] Document(XmlNames names, ReadOnlySpan<byte> events)
    {
        var bytes = new ArrayBufferWriter<byte>(events.Length + 1024);
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            WriteContext(json, names);
            json.WriteString("type", "EPCISDocument");
            json.WriteString("schemaVersion", "2.0");
            json.WriteString("creationDate", _created ?? "1970-01-01T00:00:00Z");
            WriteIgnored(json);
            json.WriteStartObject("epcisBody");
            json.WritePropertyName("eventList");
            json.WriteRawValue(events, skipInputValidation: true);
            json.WriteEndObject();
            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteContext(Utf8JsonWriter json, XmlNames names)
    {
        json.WriteStartArray("@context");
        json.WriteStringValue(EventContext.Official);
        if (names.ByPrefix.Count > 0)
        {
            json.WriteStartObject();
            foreach (var (prefix, name) in names.ByPrefix) json.WriteString(prefix, name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void WriteIgnored(Utf8JsonWriter json)
    {
        if (_ignored.Count == 0) return;
        json.WriteStartArray("sender:ignoreFields");
        _ignored.ForEach(json.WriteStringValue);
        json.WriteEndArray();
    }
}
