using System.Collections.Concurrent;
using System.Text.Json;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.QueryEvents;

/// <summary>A recorded event, parsed, with the prefixes that hold for it.</summary>
internal sealed class EventView : IDisposable
{
    private const int MaxContexts = 1000;

    private static readonly ConcurrentDictionary<(string Context, bool Xml), EventNamespaces> Known = new();

    private readonly JsonDocument _json;

    public EventView(RecordedEvent recorded)
    {
        _json = JsonDocument.Parse(recorded.Json);
        var document = NamesOf(recorded.Context, recorded.Source is not null);
        Names = Json.TryGetProperty("@context", out var own) ? Join(recorded.Context, own) : document;
    }

    /// <summary>The event.</summary>
    public JsonElement Json => _json.RootElement;

    /// <summary>Prefixes that hold for it.</summary>
    public EventNamespaces Names { get; }

    /// <inheritdoc/>
    public void Dispose() => _json.Dispose();

    private static EventNamespaces NamesOf(string context, bool xml)
    {
        if (Known.TryGetValue((context, xml), out var known)) return known;
        if (Known.Count >= MaxContexts) Known.Clear();
        using var json = JsonDocument.Parse(context.Length == 0 ? "null" : context);
        var names = EventNamespaces.Of(json.RootElement);
        return Known[(context, xml)] = xml ? names.OfXml() : names;
    }

    private static EventNamespaces Join(string context, JsonElement own)
    {
        using var json = JsonDocument.Parse(context.Length == 0 ? "null" : context);
        return EventNamespaces.Of(json.RootElement, own);
    }
}
