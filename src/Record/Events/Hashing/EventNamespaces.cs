using System.Text.Json;

namespace Voltloop.Record.Events.Hashing;

/// <summary>What the prefixes of a document's <c>@context</c> stand for. Those of the official context are always there.</summary>
public sealed class EventNamespaces
{
    private static readonly Dictionary<string, string> BuiltIn = new(StringComparer.Ordinal)
    {
        ["epcis"] = "https://ref.gs1.org/epcis/",
        ["cbv"] = "https://ref.gs1.org/cbv/",
        ["cbvmda"] = "urn:epcglobal:cbv:mda:",
        ["gs1"] = "https://gs1.org/voc/",
        ["rdfs"] = "http://www.w3.org/2000/01/rdf-schema#",
        ["owl"] = "http://www.w3.org/2002/07/owl#",
        ["xsd"] = "http://www.w3.org/2001/XMLSchema#",
        ["dcterms"] = "http://purl.org/dc/terms/",
    };

    private readonly Dictionary<string, string> _own = new(StringComparer.Ordinal);

    /// <summary>Only the prefixes of the official context.</summary>
    public static readonly EventNamespaces Official = new();

    /// <summary>
    /// False keeps compact values of extensions as they are written: in XML a prefix of a namespace says nothing about values,
    /// only the prefixes of the standard do.
    /// </summary>
    public bool ExpandsValues { get; init; } = true;

    /// <summary>Prefixes of an <c>@context</c>, or of several that hold one after the other.</summary>
    public static EventNamespaces Of(params ReadOnlySpan<JsonElement> contexts)
    {
        var names = new EventNamespaces();
        foreach (var context in contexts) names.Add(context);
        return names;
    }

    /// <summary>The same prefixes, for values that come from XML.</summary>
    public EventNamespaces OfXml()
    {
        var names = new EventNamespaces { ExpandsValues = false };
        foreach (var (prefix, name) in _own) names._own[prefix] = name;
        return names;
    }

    /// <summary>What a prefix stands for, or <c>null</c>.</summary>
    public string? Find(string prefix) => _own.GetValueOrDefault(prefix) ?? BuiltIn.GetValueOrDefault(prefix);

    /// <summary>The name of a field with its namespace in braces, as hashes write it; a name without a known prefix stays.</summary>
    public string Expand(string key)
    {
        var colon = key.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 && Find(key[..colon]) is { } name ? $"{{{name}}}{key[(colon + 1)..]}" : key;
    }

    /// <summary>A value with its prefix written out.</summary>
    public string ExpandValue(string value)
    {
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0) return value;
        var prefix = value[..colon];
        var name = ExpandsValues ? Find(prefix) : prefix is "gs1" or "cbv" or "epcis" ? BuiltIn[prefix] : null;
        return name is null ? value : name + value[(colon + 1)..];
    }

    private void Add(JsonElement context)
    {
        if (context.ValueKind == JsonValueKind.Array)
        {
            foreach (var part in context.EnumerateArray()) Add(part);
        }
        else if (context.ValueKind == JsonValueKind.Object)
        {
            foreach (var entry in context.EnumerateObject()) Add(entry);
        }
    }

    private void Add(JsonProperty entry)
    {
        var name = entry.Value.ValueKind == JsonValueKind.Object && entry.Value.TryGetProperty("@id", out var id) ? id : entry.Value;
        if (!entry.Name.StartsWith('@') && name.ValueKind == JsonValueKind.String) _own[entry.Name] = name.GetString()!;
    }
}
