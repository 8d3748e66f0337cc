using System.Text.Json;
using System.Xml.Linq;
using Voltloop.Record.Events;
using Voltloop.Tracing.Model;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>Writes one event of XML as JSON-LD.</summary>
/// <param name="json">Where to.</param>
/// <param name="names">Prefixes in use.</param>
internal sealed class XmlEventWriter(Utf8JsonWriter json, XmlNames names)
{
    private const string Epcis = "urn:epcglobal:epcis:xsd:";
    private const string SchemaInstance = "http://www.w3.org/2001/XMLSchema-instance";

    private static readonly Dictionary<string, WordSpelling> Words = new(StringComparer.Ordinal)
    {
        ["bizStep"] = WordSpelling.BizStep, ["disposition"] = WordSpelling.Disposition, ["reason"] = WordSpelling.Reason,
        ["set"] = WordSpelling.Disposition, ["unset"] = WordSpelling.Disposition,
        ["bizTransaction"] = WordSpelling.Transaction, ["source"] = WordSpelling.Party, ["destination"] = WordSpelling.Party,
        ["type"] = WordSpelling.Measurement, ["exception"] = WordSpelling.Alert, ["component"] = WordSpelling.Component,
    };

    /// <summary>Prefixes in use.</summary>
    public XmlNames Names => names;

    /// <summary>True for elements that version 1 wraps around newer parts.</summary>
    public static bool IsWrapper(string localName, string space) => space.Length == 0 && localName is "extension" or "baseExtension";

    /// <summary>Writes an event.</summary>
    public void Write(XElement captured)
    {
        json.WriteStartObject();
        json.WriteString("type", Key(captured.Name, captured));
        foreach (var field in Grouped(captured)) WriteField(field);
        json.WriteEndObject();
    }

    private void WriteField(IGrouping<string, XElement> field)
    {
        var element = field.First();
        switch (field.Key)
        {
            case "epcList" or "childEPCs" or "inputEPCList" or "outputEPCList":
                Texts(field.Key, field.Elements());
                break;
            case "quantityList" or "childQuantityList" or "inputQuantityList" or "outputQuantityList":
                List(field.Key, field.Elements(), Members);
                break;
            case "bizTransactionList" or "sourceList" or "destinationList":
                List(field.Key, field.Elements(), Typed);
                break;
            case "persistentDisposition":
                Nested(field.Key, () => Lists(element));
                break;
            case "errorDeclaration":
                Nested(field.Key, () => ErrorDeclaration(element));
                break;
            case "readPoint" or "bizLocation" or "ilmd":
                Nested(field.Key, () => Members(element));
                break;
            case "sensorElementList":
                List(field.Key, field.Elements(), Sensor);
                break;
            default:
                Extension(field);
                break;
        }
    }

    private void Members(XElement parent)
    {
        foreach (var member in Grouped(parent)) Extension(member);
    }

    private void Lists(XElement parent)
    {
        foreach (var member in Grouped(parent)) Texts(member.Key, member);
    }

    private void ErrorDeclaration(XElement parent)
    {
        foreach (var member in Grouped(parent))
        {
            if (member.Key == "correctiveEventIDs") Texts(member.Key, member.Elements());
            else Extension(member);
        }
    }

    private void Typed(XElement pair)
    {
        if (pair.Attribute("type")?.Value is { } type) json.WriteString("type", Words.TryGetValue(pair.Name.LocalName, out var words) ? words.Bare(type.Trim()) : type.Trim());
        json.WriteString(pair.Name.LocalName, pair.Value.Trim());
    }

    private void Sensor(XElement sensor)
    {
        foreach (var part in Grouped(sensor))
        {
            if (part.Key == "sensorMetadata") Nested(part.Key, () => Attributes(part.First()));
            else if (part.Key == "sensorReport") List(part.Key, part, Attributes);
            else Extension(part);
        }
    }

    private void Attributes(XElement element)
    {
        foreach (var attribute in Own(element)) Scalar(Key(attribute.Name, element), attribute.Value);
        Members(element);
    }

    private void Extension(IGrouping<string, XElement> field)
    {
        XElement[] all = [.. field];
        json.WritePropertyName(field.Key);
        if (all.Length > 1) json.WriteStartArray();
        foreach (var element in all) Value(field.Key, element);
        if (all.Length > 1) json.WriteEndArray();
    }

    private void Value(string key, XElement element)
    {
        var attributes = Own(element).ToList();
        if (!element.HasElements && attributes.Count == 0)
        {
            ScalarValue(key, element.Value);
            return;
        }

        json.WriteStartObject();
        attributes.ForEach(a => json.WriteString(Key(a.Name, element), a.Value));
        if (!element.HasElements && element.Value.Length > 0) json.WriteString("#text", element.Value);
        Members(element);
        json.WriteEndObject();
    }

    private void Scalar(string key, string text)
    {
        json.WritePropertyName(key);
        ScalarValue(key, text);
    }

    private void ScalarValue(string key, string text)
    {
        var trimmed = text.Trim();
        if (IsNumber(key) && EventNumber.Canonical(trimmed) is { } number) json.WriteRawValue(number);
        else if (key == "booleanValue" && trimmed is "true" or "1") json.WriteBooleanValue(true);
        else if (key == "booleanValue" && trimmed is "false" or "0") json.WriteBooleanValue(false);
        else json.WriteStringValue(Words.TryGetValue(key, out var words) ? words.Bare(trimmed) : trimmed);
    }

    private static bool IsNumber(string key) =>
        key is "quantity" or "value" or "minValue" or "maxValue" or "meanValue" or "sDev" or "percRank" or "percValue";

    private void Texts(string key, IEnumerable<XElement> items)
    {
        json.WriteStartArray(key);
        foreach (var item in items) ScalarValue(key, item.Value);
        json.WriteEndArray();
    }

    private void List(string key, IEnumerable<XElement> items, Action<XElement> write)
    {
        json.WriteStartArray(key);
        foreach (var item in items)
        {
            json.WriteStartObject();
            write(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private void Nested(string key, Action write)
    {
        json.WriteStartObject(key);
        write();
        json.WriteEndObject();
    }

    private IEnumerable<IGrouping<string, XElement>> Grouped(XElement parent) => Unwrapped(parent).GroupBy(e => Key(e.Name, e), StringComparer.Ordinal);

    private static IEnumerable<XElement> Unwrapped(XElement parent) =>
        parent.Elements().Where(e => !IsNil(e)).SelectMany(e => IsWrapper(e.Name.LocalName, e.Name.NamespaceName) ? Unwrapped(e) : [e]);

    private static bool IsNil(XElement element) => element.Attribute(XName.Get("nil", SchemaInstance))?.Value is "true" or "1";

    private static IEnumerable<XAttribute> Own(XElement element) =>
        element.Attributes().Where(a => !a.IsNamespaceDeclaration && a.Name.NamespaceName != SchemaInstance);

    private string Key(XName name, XElement at) =>
        name.NamespaceName.StartsWith(Epcis, StringComparison.Ordinal) ? name.LocalName : names.Key(name, at);
}
