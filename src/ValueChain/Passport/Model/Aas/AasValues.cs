using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.Aas;

/// <summary>The value-only form of submodels (AAS Part 2, serialisation "value"): idShorts with values, nothing else.</summary>
internal static class AasValues
{
    /// <summary>The values of a submodel; elements without a value are left out.</summary>
    public static JsonObject Of(JsonElement submodel) => Members(submodel, "submodelElements") ?? [];

    /// <summary>The value of one element, or <c>null</c> when it has none.</summary>
    public static JsonNode? Value(JsonElement element) => Text(element, "modelType") switch
    {
        "Property" => Text(element, "value") is { } text ? AasScalar.Read(Text(element, "valueType") ?? "", text) : null,
        "MultiLanguageProperty" => Languages(element),
        "SubmodelElementCollection" => Members(element, "value"),
        "SubmodelElementList" => List(element),
        "File" or "Blob" => Some(element, "contentType", "value"),
        "Range" => Range(element),
        "ReferenceElement" => element.TryGetProperty("value", out var reference) ? Node(reference) : null,
        _ => null,
    };

    /// <summary>Text of a member, or <c>null</c>.</summary>
    public static string? Text(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;

    private static JsonObject? Members(JsonElement owner, string name)
    {
        var members = new JsonObject();
        foreach (var element in Elements(owner, name))
        {
            if (Text(element, "idShort") is { } idShort && !members.ContainsKey(idShort) && Value(element) is { } value) members[idShort] = value;
        }

        return members.Count == 0 ? null : members;
    }

    // Elements of a list have no name, so one without a value holds its place.
    private static JsonArray? List(JsonElement list)
    {
        var values = Elements(list, "value").Select(Value).ToArray();
        return Array.TrueForAll(values, value => value is null) ? null : new JsonArray(values);
    }

    private static JsonArray? Languages(JsonElement element)
    {
        var texts = Elements(element, "value")
            .Where(text => Text(text, "language") is not null && Text(text, "text") is not null)
            .Select(text => (JsonNode)new JsonObject { [Text(text, "language")!] = Text(text, "text") }).ToArray();
        return texts.Length == 0 ? null : new JsonArray(texts);
    }

    private static JsonObject? Range(JsonElement element)
    {
        var type = Text(element, "valueType") ?? "";
        var range = new JsonObject();
        if (Text(element, "min") is { } min) range["min"] = AasScalar.Read(type, min);
        if (Text(element, "max") is { } max) range["max"] = AasScalar.Read(type, max);
        return range.Count == 0 ? null : range;
    }

    private static JsonObject? Some(JsonElement element, string type, string value) =>
        Text(element, value) is { } text ? new JsonObject { [type] = Text(element, type), [value] = text } : null;

    private static IEnumerable<JsonElement> Elements(JsonElement owner, string name) =>
        owner.TryGetProperty(name, out var elements) && elements.ValueKind == JsonValueKind.Array
            ? elements.EnumerateArray().Where(element => element.ValueKind == JsonValueKind.Object)
            : [];

    private static JsonNode? Node(JsonElement element) => JsonNode.Parse(element.GetRawText());
}
