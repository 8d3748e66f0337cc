using System.Text.Json;
using Voltloop.Core.Problems;
using Voltloop.Record.Events.Hashing;
using Voltloop.Tracing.Model;

namespace Voltloop.Tracing.CaptureEvents;

/// <summary>The events of a document as they were sent, with the context they stand in.</summary>
internal sealed class EventDocument : IDisposable
{
    private const int MaxDepth = 64;

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = MaxDepth, AllowDuplicateProperties = false };
    private static readonly JsonDocumentOptions Lenient = new() { MaxDepth = MaxDepth };

    private readonly JsonDocument _json;
    private readonly List<JsonElement> _around;

    private EventDocument(JsonDocument json, bool isXml)
    {
        _json = json;
        _around = [json.RootElement];
        IsXml = isXml;
        Context = Member(json.RootElement, "@context");
        Names = isXml ? EventNamespaces.Of(Context ?? default).OfXml() : EventNamespaces.Of(Context ?? default);
    }

    /// <summary>Whether it came as XML.</summary>
    public bool IsXml { get; }

    /// <summary>Whether an object in it has a field twice.</summary>
    public bool HasRepeats { get; private init; }

    /// <summary>The document's own <c>@context</c>, when it has one.</summary>
    public JsonElement? Context { get; }

    /// <summary>Prefixes of the document.</summary>
    public EventNamespaces Names { get; }

    /// <summary>The outermost object.</summary>
    public JsonElement Root => _json.RootElement;

    /// <summary>The events.</summary>
    public IReadOnlyList<JsonElement> Events { get; private set; } = [];

    /// <summary>Where the events stand, as a JSON pointer without the number; empty when the document is one event.</summary>
    public string Place { get; private set; } = "";

    /// <summary>Fields that the sender leaves out of hashes.</summary>
    public IReadOnlySet<string> Ignored => _around.SelectMany(part => part.EnumerateObject()).Where(p => p.Name.EndsWith(":ignoreFields", StringComparison.Ordinal))
        .SelectMany(p => p.Value.EnumerateArray()).Select(name => Names.Expand(name.GetString()!)).ToHashSet(StringComparer.Ordinal);

    /// <summary>Reads JSON-LD or XML.</summary>
    /// <param name="bytes">The document.</param>
    /// <param name="maxEvents">Most events.</param>
    /// <exception cref="ProblemException">Not readable, no EPCIS, or too many events.</exception>
    public static EventDocument Read(ReadOnlyMemory<byte> bytes, int maxEvents)
    {
        var isXml = XmlEventReader.Recognises(bytes.Span);
        var json = Parse(isXml ? XmlEventReader.Read(bytes, maxEvents) : WithoutMark(bytes), out var repeats);
        var document = new EventDocument(json, isXml) { HasRepeats = repeats };
        try
        {
            document.Find(maxEvents);
            return document;
        }
        catch
        {
            document.Dispose();
            throw;
        }
    }

    /// <summary>Prefixes that hold for an event: those of the document, then its own.</summary>
    public EventNamespaces NamesOf(JsonElement captured) =>
        Member(captured, "@context") is { } own && Events.Count > 0 && Place.Length > 0 ? EventNamespaces.Of(Context ?? default, own) : Names;

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private static ReadOnlyMemory<byte> WithoutMark(ReadOnlyMemory<byte> bytes) =>
        bytes.Span is [0xEF, 0xBB, 0xBF, ..] ? bytes[3..] : bytes;

    // Looking for repeated fields costs nothing here; what they mean is judged event by event.
    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes, out bool repeats)
    {
        repeats = false;
        try
        {
            return Parse(bytes, Strict);
        }
        catch (ProblemException)
        {
            repeats = true;
            return Parse(bytes, Lenient);
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> bytes, JsonDocumentOptions options)
    {
        try
        {
            var json = JsonDocument.Parse(bytes, options);
            return json.RootElement.ValueKind == JsonValueKind.Object
                ? json
                : throw new ProblemException(TracingProblems.NotEpcis, "The document is not a JSON object.");
        }
        catch (JsonException broken)
        {
            var place = broken.LineNumber is { } line ? FormattableString.Invariant($"line {line + 1}, byte {broken.BytePositionInLine + 1}") : null;
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, broken.Message, place), broken);
        }
    }

    private void Find(int maxEvents)
    {
        var type = Member(Root, "type") is { ValueKind: JsonValueKind.String } stated ? stated.GetString() : null;
        var list = type switch
        {
            "EPCISDocument" => At("epcisBody", "eventList"),
            "EPCISQueryDocument" => At("epcisBody", "queryResults", "resultsBody", "eventList"),
            null => throw new ProblemException(TracingProblems.NotEpcis, "The document has no type.", "/type"),
            _ => default,
        };
        Events = list.ValueKind == JsonValueKind.Array ? Take(list, maxEvents) : [Root];
    }

    private static IReadOnlyList<JsonElement> Take(JsonElement list, int maxEvents) => list.GetArrayLength() <= maxEvents
        ? [.. list.EnumerateArray()]
        : throw new ProblemException(TracingProblems.TooManyEvents, $"The document holds {list.GetArrayLength()} events; at most {maxEvents} are taken at once.", "/epcisBody/eventList", "Send it in parts.");

    private JsonElement At(params ReadOnlySpan<string> path)
    {
        var at = Root;
        foreach (var name in path)
        {
            Place += "/" + name;
            if (at.ValueKind == JsonValueKind.Object) _around.Add(at);
            at = Member(at, name) ?? throw new ProblemException(TracingProblems.NotEpcis, $"The document has no {name}.", Place);
        }

        return at.ValueKind == JsonValueKind.Array ? at : throw new ProblemException(TracingProblems.NotEpcis, "The events are not a list.", Place);
    }

    private static JsonElement? Member(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) ? value : null;
}
