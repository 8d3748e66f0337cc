using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.Aas;

/// <summary>Builds submodel elements from values, as the template describes them, or as the value looks where it does not.</summary>
internal sealed class AasBuilder(IReadOnlyDictionary<string, AasElement> template)
{
    /// <summary>An element with a value.</summary>
    /// <param name="path">Path of the element in the template.</param>
    /// <param name="idShort">Its name; <c>null</c> in a list.</param>
    /// <param name="value">Its value.</param>
    public JsonObject Element(string path, string? idShort, JsonNode value)
    {
        var known = template.GetValueOrDefault(path);
        var type = known is not null && Takes(known.ModelType, value) ? known.ModelType : Guess(value);
        var element = new JsonObject { ["modelType"] = type };
        if (idShort is not null) element["idShort"] = idShort;
        if (known is { SemanticId.Length: > 0 }) element["semanticId"] = AasReference.External(known.SemanticId);
        Fill(element, (path, known?.ValueType), value);
        return element;
    }

    /// <summary>The elements of an object, one by one.</summary>
    public JsonArray Members(string path, JsonObject values) =>
        new([.. values.Where(member => member.Value is not null).Select(member => (JsonNode)Element(Join(path, member.Key), member.Key, member.Value!))]);

    /// <summary>Path of a member.</summary>
    public static string Join(string path, string name) => path.Length == 0 ? name : $"{path}/{name}";

    /// <summary>Texts with their languages, as an environment writes them.</summary>
    public static JsonArray Languages(JsonArray texts) => new([.. texts.OfType<JsonObject>()
        .SelectMany(text => text).Select(text => (JsonNode)new JsonObject { ["language"] = text.Key, ["text"] = text.Value?.DeepClone() })]);

    private void Fill(JsonObject element, (string Path, string? Type) known, JsonNode value)
    {
        switch (element["modelType"]!.GetValue<string>())
        {
            case "Property":
                element["valueType"] = known.Type is { Length: > 0 } ? known.Type : AasScalar.TypeOf(value);
                element["value"] = AasScalar.Write(value);
                return;
            case "MultiLanguageProperty":
                element["value"] = Languages(value.AsArray());
                return;
            case "SubmodelElementCollection":
                element["value"] = Members(known.Path, value.AsObject());
                return;
            case "SubmodelElementList":
                FillList(element, known.Path, value.AsArray());
                return;
            default:
                foreach (var (name, part) in value.AsObject()) element[name] = part is null ? null : AasScalar.Write(part);
                if (element.ContainsKey("min") || element.ContainsKey("max")) element["valueType"] = known.Type ?? "xs:double";
                return;
        }
    }

    private void FillList(JsonObject element, string path, JsonArray values)
    {
        var items = values.Select(value => (JsonNode)Element(path + "/*", null, value ?? new JsonObject())).ToArray();
        var first = items.Length == 0 ? null : items[0].AsObject();
        element["typeValueListElement"] = first?["modelType"]?.DeepClone() ?? "SubmodelElementCollection";
        if (first?["valueType"] is { } type) element["valueTypeListElement"] = type.DeepClone();
        element["value"] = new JsonArray(items);
    }

    private static bool Takes(string modelType, JsonNode value) => modelType switch
    {
        "Property" => value is JsonValue,
        "MultiLanguageProperty" or "SubmodelElementList" => value is JsonArray,
        _ => value is JsonObject,
    };

    private static string Guess(JsonNode value) => value.GetValueKind() switch
    {
        JsonValueKind.Object => "SubmodelElementCollection",
        JsonValueKind.Array => "SubmodelElementList",
        _ => "Property",
    };
}
