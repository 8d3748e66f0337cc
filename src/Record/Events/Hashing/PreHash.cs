using System.Collections.Frozen;
using System.Text;
using System.Text.Json;

namespace Voltloop.Record.Events.Hashing;

/// <summary>Writes the string that the hash of an event is made over (CBV 2.0, 8.9.2).</summary>
/// <param name="names">Prefixes that hold for the event.</param>
/// <param name="rules">Edition of the rules.</param>
public sealed class PreHash(EventNamespaces names, EventHashRules rules)
{
    private static readonly FrozenDictionary<string, int> Places =
        PreHashOrder.Event.Select((field, at) => (field.Name, at)).ToFrozenDictionary(p => p.Name, p => p.at, StringComparer.Ordinal);

    private readonly List<string> _atEnd = [];
    private readonly JsonElement[] _ordered = new JsonElement[PreHashOrder.Event.Length];
    private readonly List<JsonProperty> _others = [];

    /// <summary>The string of an event, JSON-LD.</summary>
    public string Of(JsonElement captured)
    {
        _atEnd.Clear();
        Sort(captured);
        var type = captured.TryGetProperty("type", out var stated) ? PreHashValue.Text(stated) : "";
        var text = new StringBuilder("eventType=", 1024).Append(names.Expand(type));
        List<string>? left = null;
        for (var at = 0; at < _ordered.Length; at++)
        {
            if (_ordered[at].ValueKind != JsonValueKind.Undefined) text.Append(Field(_ordered[at], PreHashOrder.Event[at], ref left));
        }

        if (left is not null) _atEnd.AddRange(left);
        return text.Append(Join(Rest())).ToString();
    }

    // One walk over the fields instead of a search for each.
    private void Sort(JsonElement captured)
    {
        Array.Clear(_ordered);
        _others.Clear();
        foreach (var property in captured.EnumerateObject())
        {
            if (Places.TryGetValue(property.Name, out var at)) _ordered[at] = property.Value;
            else if (!IsIgnored(property.Name)) _others.Add(property);
        }
    }

    // Typed lists, ILMD, extensions of the event, and what the order does not know, sorted together.
    private List<string> Rest()
    {
        var parts = new List<string>();
        foreach (var property in _others)
        {
            var typed = Array.Find(PreHashOrder.Typed, f => f.Name == property.Name);
            if (typed is not null) AddUnlessEmpty(parts, Objects(property.Value, typed, out _));
            else Generic(property.Name, property.Value, parts);
        }

        parts.AddRange(_atEnd);
        return parts;
    }

    private bool IsIgnored(string name) =>
        name is "recordTime" or "eventID" or "type" or "errorDeclaration" || IsComment(name) || rules.Ignored.Contains(names.Expand(name));

    private static bool IsComment(string name) => name is "@context" or "#text" or "rdfs:comment" or "comment";

    // Left over are plain fields that the order of an inner object lacks: the reference writes them at the very end.
    private string Ordered(JsonElement parent, PreHashField[] fields, out List<string>? left)
    {
        left = null;
        if (parent.ValueKind != JsonValueKind.Object) return "";
        var text = "";
        foreach (var field in fields)
        {
            if (parent.TryGetProperty(field.Name, out var value)) text += Field(value, field, ref left);
        }

        return text + Extensions(parent, fields, ref left);
    }

    private string Extensions(JsonElement parent, PreHashField[] fields, ref List<string>? left)
    {
        var parts = new List<string>();
        foreach (var property in parent.EnumerateObject())
        {
            if (IsComment(property.Name) || Array.Exists(fields, f => f.Name == property.Name)) continue;
            var isExtension = property.Name.Contains(':', StringComparison.Ordinal);
            Generic(property.Name, property.Value, isExtension ? parts : left ??= []);
        }

        if (rules.InlineExtensions) return Join(parts);
        _atEnd.AddRange(parts);
        return "";
    }

    private string Field(JsonElement value, PreHashField field, ref List<string>? left)
    {
        List<string>? inner = null;
        var text = field.Kind switch
        {
            PreHashKind.Value or PreHashKind.Time => Values(field.Name, value, field),
            PreHashKind.Identifiers => Values(field.Item, value, field) is { Length: > 0 } listed ? field.Name + listed : "",
            PreHashKind.Object => Ordered(value, field.Fields, out inner) is { Length: > 0 } content ? field.Name + content : "",
            _ => Objects(value, field, out inner),
        };
        if (inner is not null) (left ??= []).Add(field.Item.Length > 0 || field.Kind == PreHashKind.Object ? field.Name + Join(inner) : Join(inner));
        return text;
    }

    private string Objects(JsonElement list, PreHashField field, out List<string>? left)
    {
        left = null;
        var parts = new List<string>();
        var name = field.Item.Length > 0 ? field.Item : IsTyped(field) ? "" : field.Name;
        foreach (var item in Items(list))
        {
            var content = Ordered(item, field.Fields, out var inner);
            if (content.Length > 0) parts.Add(name + content);
            if (inner is not null) (left ??= []).Add(name + Join(inner));
        }

        if (parts.Count == 0) return "";
        var hasName = (field.Item.Length > 0 || IsTyped(field)) && (rules.ListName || field.Name != "sensorElementList");
        return (hasName ? field.Name : "") + Join(parts);
    }

    private static bool IsTyped(PreHashField field) => Array.IndexOf(PreHashOrder.Typed, field) >= 0;

    private string Values(string name, JsonElement value, PreHashField field)
    {
        var parts = new List<string>();
        foreach (var item in Items(value))
        {
            var text = PreHashValue.Text(item);
            if (text.Length > 0) parts.Add($"{name}={(field.Kind == PreHashKind.Time ? PreHashValue.Time(text) : PreHashValue.Canonical(text, names, field.Words))}");
        }

        return Join(parts);
    }

    private void Generic(string name, JsonElement value, List<string> parts)
    {
        var key = names.Expand(name);
        foreach (var item in Items(value))
        {
            if (item.ValueKind == JsonValueKind.Object) parts.Add(key + Content(item));
            else if (item.ValueKind == JsonValueKind.Array) Generic(name, item, parts);
            else parts.Add(PreHashValue.Text(item) is { Length: > 0 } text ? $"{key}={PreHashValue.Canonical(text, names)}" : key);
        }
    }

    private string Content(JsonElement item)
    {
        var parts = new List<string>();
        var text = "";
        foreach (var property in item.EnumerateObject())
        {
            if (property.Name == "#text" && PreHashValue.Text(property.Value) is { Length: > 0 } own) text = "=" + PreHashValue.Canonical(own, names);
            else if (!IsComment(property.Name)) Generic(property.Name, property.Value, parts);
        }

        return text + Join(parts);
    }

    private static IEnumerable<JsonElement> Items(JsonElement value) => value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];

    private static void AddUnlessEmpty(List<string> parts, string text)
    {
        if (text.Length > 0) parts.Add(text);
    }

    private static string Join(List<string> parts)
    {
        if (parts.Count == 0) return "";
        if (parts.Count > 1) parts.Sort(CodePointOrder.Instance);
        return string.Concat(parts);
    }
}
