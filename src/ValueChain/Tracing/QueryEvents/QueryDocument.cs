using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Tracing.Model;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>
/// Writes events as a query document: each event as it was captured, under one context that says what its prefixes meant then.
/// An event whose prefixes mean something else than those of the others carries its own context.
/// </summary>
internal sealed class QueryDocument
{
    private readonly List<string> _addresses = [EventContext.Official];
    private readonly Dictionary<string, string> _prefixes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _joined = new(StringComparer.Ordinal) { "" };
    private readonly HashSet<string> _apart = new(StringComparer.Ordinal);

    /// <summary>Bytes of the document.</summary>
    /// <param name="events">The events.</param>
    /// <param name="about">Name of the query, identifier of the subscription, moment of writing, and how identifiers are written.</param>
    public static byte[] Write(IReadOnlyList<RecordedEvent> events, QueryHeading about)
    {
        var document = new QueryDocument();
        foreach (var recorded in events) document.Join(recorded.Context);
        var bytes = new ArrayBufferWriter<byte>(events.Sum(e => e.Json.Length + 64) + 1024);
        document.WriteTo(bytes, events, about);
        return bytes.WrittenSpan.ToArray();
    }

    /// <summary>One event as a document of its own: with its context.</summary>
    public static byte[] WriteOne(RecordedEvent recorded, EpcFormat format)
    {
        var json = format.Apply(recorded);
        return recorded.Context.Length == 0 ? json : Inject(json, recorded.Context);
    }

    private void WriteTo(ArrayBufferWriter<byte> bytes, IReadOnlyList<RecordedEvent> events, QueryHeading about)
    {
        using var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        json.WriteStartObject();
        WriteContext(json);
        json.WriteString("type", "EPCISQueryDocument");
        json.WriteString("schemaVersion", "2.0");
        json.WriteString("creationDate", about.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture));
        json.WriteStartObject("epcisBody");
        json.WriteStartObject("queryResults");
        if (about.SubscriptionId is { } subscription) json.WriteString("subscriptionID", subscription);
        json.WriteString("queryName", about.QueryName);
        json.WriteStartObject("resultsBody");
        json.WriteStartArray("eventList");
        foreach (var recorded in events) json.WriteRawValue(BodyOf(recorded, about.Format), skipInputValidation: true);
        json.WriteEndArray();
        for (var depth = 0; depth < 4; depth++) json.WriteEndObject();
    }

    private byte[] BodyOf(RecordedEvent recorded, EpcFormat format)
    {
        var json = format.Apply(recorded);
        return _apart.Contains(recorded.Context) ? Inject(json, recorded.Context) : json;
    }

    private void Join(string context)
    {
        if (_joined.Contains(context) || _apart.Contains(context)) return;
        using var json = JsonDocument.Parse(context);
        JsonElement[] parts = json.RootElement.ValueKind == JsonValueKind.Array ? [.. json.RootElement.EnumerateArray()] : [json.RootElement];
        var own = parts.Where(p => p.ValueKind == JsonValueKind.Object).SelectMany(p => p.EnumerateObject()).ToList();
        if (own.Exists(entry => _prefixes.TryGetValue(entry.Name, out var known) && known != entry.Value.GetRawText()))
        {
            _apart.Add(context);
            return;
        }

        _joined.Add(context);
        own.ForEach(entry => _prefixes[entry.Name] = entry.Value.GetRawText());
        _addresses.AddRange(parts.Where(p => p.ValueKind == JsonValueKind.String).Select(p => p.GetString()!).Where(a => !_addresses.Contains(a, StringComparer.Ordinal)).ToList());
    }

    private void WriteContext(Utf8JsonWriter json)
    {
        json.WriteStartArray("@context");
        _addresses.ForEach(json.WriteStringValue);
        if (_prefixes.Count > 0)
        {
            json.WriteStartObject();
            foreach (var (prefix, name) in _prefixes)
            {
                json.WritePropertyName(prefix);
                json.WriteRawValue(name);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // An event within a document may have a context already, which holds on top of the document's.
    private static byte[] Inject(byte[] json, string context)
    {
        using var parsed = JsonDocument.Parse(json);
        if (parsed.RootElement.TryGetProperty("@context", out var own)) return Replace(parsed.RootElement, $"[{Unwrapped(context)},{Unwrapped(own.GetRawText())}]");
        var start = Array.IndexOf(json, (byte)'{') + 1;
        return [.. json.AsSpan(0, start), .. Encoding.UTF8.GetBytes($"\"@context\":{context},"), .. json.AsSpan(start)];
    }

    private static string Unwrapped(string context) => context.TrimStart().StartsWith('[') ? context.Trim()[1..^1] : context;

    private static byte[] Replace(JsonElement captured, string context)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            foreach (var member in captured.EnumerateObject())
            {
                json.WritePropertyName(member.Name);
                json.WriteRawValue(member.Name == "@context" ? context : member.Value.GetRawText());
            }

            json.WriteEndObject();
        }

        return bytes.WrittenSpan.ToArray();
    }
}
