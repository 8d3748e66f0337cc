using System.Buffers;
using System.Text.Json;
using System.Xml;
using System.Xml.Linq;
using Voltloop.Core.Problems;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>
/// Reads EPCIS XML, versions 1.1 to 2.0, into one JSON-LD document that says the same: wrappers of version 1 fall away,
/// standard words become bare, and the namespaces in use become the context.
/// </summary>
internal static class XmlEventReader
{
    /// <summary>Deepest nesting of elements that is read.</summary>
    public const int MaxDepth = 64;

    private static ReadOnlySpan<byte> Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>True when bytes look like XML.</summary>
    public static bool Recognises(ReadOnlySpan<byte> bytes)
    {
        var text = bytes.StartsWith(Mark) ? bytes[Mark.Length..] : bytes;
        var first = text.IndexOfAnyExcept(" \t\r\n"u8);
        return first >= 0 && text[first] == (byte)'<';
    }

    /// <summary>The document as JSON-LD.</summary>
    /// <param name="bytes">The XML.</param>
    /// <param name="maxEvents">Most events that are read.</param>
    /// <exception cref="ProblemException">Not well-formed, with entities, too deep, or no EPCIS document.</exception>
    public static byte[] Read(ReadOnlyMemory<byte> bytes, int maxEvents)
    {
        try
        {
            using var stream = new MemoryStream(bytes.ToArray(), writable: false);
            using var xml = XmlReader.Create(stream, Settings(bytes.Length));
            return Convert(xml, maxEvents);
        }
        catch (XmlException broken)
        {
            var place = $"line {broken.LineNumber}, position {broken.LinePosition}";
            throw new ProblemException(new Problem(TracingProblems.BrokenXml, broken.Message, place), broken);
        }
    }

    // A document type is passed over unread: it declares nothing, so an entity is unknown wherever it is used.
    private static XmlReaderSettings Settings(int length) => new()
    {
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreWhitespace = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = Math.Max(1, length),
    };

    private static byte[] Convert(XmlReader xml, int maxEvents)
    {
        var events = new ArrayBufferWriter<byte>();
        var names = new XmlNames();
        var head = new XmlHead();
        using (var json = new Utf8JsonWriter(events))
        {
            json.WriteStartArray();
            var count = 0;
            while (xml.Read())
            {
                if (xml.NodeType == XmlNodeType.Element) count += Element(xml, head, new XmlEventWriter(json, names), maxEvents - count);
            }

            json.WriteEndArray();
        }

        return head.Document(names, events.WrittenSpan);
    }

    private static int Element(XmlReader xml, XmlHead head, XmlEventWriter writer, int room)
    {
        if (xml.Depth == 0) head.Begin(xml);
        if (string.Equals(xml.LocalName, "ignoreFields", StringComparison.Ordinal)) head.Ignore(Subtree(xml), writer.Names);
        if (!string.Equals(xml.LocalName, "EventList", StringComparison.Ordinal) || xml.IsEmptyElement) return 0;
        return Events(xml, writer, room);
    }

    private static int Events(XmlReader xml, XmlEventWriter writer, int room)
    {
        var (depth, count) = (xml.Depth, 0);
        xml.Read();
        while (xml.Depth > depth)
        {
            if (xml.NodeType != XmlNodeType.Element || XmlEventWriter.IsWrapper(xml.LocalName, xml.NamespaceURI))
            {
                xml.Read();
                continue;
            }

            if (++count > room) throw new ProblemException(TracingProblems.TooManyEvents, "The document holds more events than are taken at once.");
            writer.Write(Subtree(xml));
            xml.Read();
        }

        return count;
    }

    // Reading an element builds it whole, so its depth is guarded before anything walks down it.
    private static XElement Subtree(XmlReader xml)
    {
        using var inner = xml.ReadSubtree();
        return XElement.Load(new DepthGuard(inner, MaxDepth));
    }
}
