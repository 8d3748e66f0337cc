using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Voltloop.Passport.Model.En18223;

/// <summary>
/// A JSON document as XML, so that it can be read back: a member is an element of its name (or <c>member</c> with a
/// <c>name</c> attribute where XML allows no such name), an item of a list is <c>item</c>, and <c>type</c> names the JSON
/// type where it is not a text.
/// </summary>
internal static class XmlForm
{
    /// <summary>Namespace of the elements.</summary>
    public const string Namespace = "urn:voltloop:en18223:xml:1";

    /// <summary>The document in UTF-8.</summary>
    public static byte[] Write(JsonNode document, string root = "digitalProductPassport")
    {
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize }))
        {
            xml.WriteStartElement(root, Namespace);
            xml.WriteAttributeString("xml", "space", null, "preserve");
            Fill(xml, document);
            xml.WriteEndElement();
        }

        return buffer.ToArray();
    }

    private static void Member(XmlWriter xml, string name, JsonNode? value)
    {
        if (IsName(name))
        {
            xml.WriteStartElement(name, Namespace);
        }
        else
        {
            xml.WriteStartElement("member", Namespace);
            xml.WriteAttributeString("name", Safe(name));
        }

        Fill(xml, value);
        xml.WriteEndElement();
    }

    private static void Fill(XmlWriter xml, JsonNode? value)
    {
        if (TypeOf(value) is { } type) xml.WriteAttributeString("type", type);
        if (value is JsonObject members)
        {
            foreach (var (name, member) in members) Member(xml, name, member);
        }
        else if (value is JsonArray list)
        {
            foreach (var item in list) Member(xml, "item", item);
        }
        else if (value is not null)
        {
            xml.WriteString(Safe(value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString()));
        }
    }

    private static string? TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null or JsonValueKind.Null => "null",
        JsonValueKind.Object => "object",
        JsonValueKind.Array => "array",
        JsonValueKind.Number => "number",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        _ => null,
    };

    private static bool IsName(string name) => name.Length > 0 && name is not "member" && name.All(c => char.IsAsciiLetterOrDigit(c) || c is '_' or '-') && (char.IsAsciiLetter(name[0]) || name[0] == '_');

    // XML 1.0 has no way to write most control characters; U+FFFD stands for them.
    private static string Safe(string text) => text.All(XmlConvert.IsXmlChar) ? text : string.Concat(text.EnumerateRunes().Select(Safe));

    private static string Safe(Rune rune) => rune.IsBmp && !XmlConvert.IsXmlChar((char)rune.Value) ? "\uFFFD" : rune.ToString();
}
