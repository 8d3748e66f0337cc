using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.Aas;

/// <summary>Values of properties: XSD texts in an environment, typed values in the value-only form (AAS Part 2).</summary>
internal static class AasScalar
{
    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "xs:byte", "xs:short", "xs:int", "xs:long", "xs:integer", "xs:unsignedByte", "xs:unsignedShort", "xs:unsignedInt", "xs:unsignedLong",
        "xs:positiveInteger", "xs:nonNegativeInteger", "xs:negativeInteger", "xs:nonPositiveInteger", "xs:decimal", "xs:float", "xs:double",
    };

    /// <summary>The typed value; the text itself where JSON has no such value (INF, NaN, dates, anything malformed).</summary>
    public static JsonNode Read(string valueType, string text)
    {
        if (valueType == "xs:boolean" && text is "true" or "1") return JsonValue.Create(true);
        if (valueType == "xs:boolean" && text is "false" or "0") return JsonValue.Create(false);
        return Numbers.Contains(valueType) && Number(text) is { } number ? number : JsonValue.Create(text);
    }

    /// <summary>The text of a typed value.</summary>
    public static string Write(JsonNode value) => value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();

    /// <summary>XSD type of a value that no template gives a type.</summary>
    public static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        JsonValueKind.Number => "xs:double",
        JsonValueKind.True or JsonValueKind.False => "xs:boolean",
        _ => "xs:string",
    };

    private static JsonNode? Number(string text)
    {
        try
        {
            var node = JsonNode.Parse(text.Trim());
            return node?.GetValueKind() == JsonValueKind.Number ? node : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
