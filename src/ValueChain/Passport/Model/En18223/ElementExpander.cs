using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model.En18223;

/// <summary>Writes values as the element tree of EN 18223 (representation <c>full</c>).</summary>
/// <param name="childrenOfMulti">Member that holds the children of a multi-valued element: <c>elements</c> or <c>value</c>.</param>
internal sealed class ElementExpander(string childrenOfMulti = "elements")
{
    /// <summary>The element of a value.</summary>
    /// <param name="id">Element id.</param>
    /// <param name="value">Any JSON; <c>null</c> for JSON null.</param>
    /// <param name="dictionary">Reference to the definition; <c>null</c> inside a structure.</param>
    /// <param name="term">Type of the term; <c>null</c> inside a structure.</param>
    public JsonObject Expand(string id, JsonNode? value, string? dictionary = null, TermType? term = null) => value switch
    {
        JsonArray list when IsMultiLanguage(list) => Element(id, ElementKinds.Language, dictionary, ("value", list.DeepClone())),
        JsonArray list => Multi(id, list, dictionary, term is TermType.Link ? term : null),
        JsonObject members when IsResource(members) => Resource(id, members, dictionary),
        JsonObject members => Collection(id, members.Select(member => Expand(member.Key, member.Value)), dictionary),
        _ => Element(id, ElementKinds.Single, dictionary, ("valueDataType", XsdTypes.Of(value, term)), ("value", value?.DeepClone())),
    };

    /// <summary>A collection of elements.</summary>
    public static JsonObject Collection(string id, IEnumerable<JsonObject> children, string? dictionary = null) =>
        Element(id, ElementKinds.Collection, dictionary, ("elements", new JsonArray([.. children])));

    private JsonObject Multi(string id, JsonArray list, string? dictionary, TermType? term)
    {
        var types = list.Select(item => item is JsonObject or JsonArray ? null : XsdTypes.Of(item, term)).Distinct(StringComparer.Ordinal).ToList();
        var element = Element(id, ElementKinds.Multi, dictionary);
        if (types is [{ } common]) element["valueDataType"] = common;
        element[childrenOfMulti] = new JsonArray([.. list.Select((item, index) => Expand(index.ToString(CultureInfo.InvariantCulture), item, null, term))]);
        return element;
    }

    private static JsonObject Resource(string id, JsonObject members, string? dictionary) => Element(
        id, ElementKinds.Resource, dictionary, [.. members.Select(member => (member.Key, member.Value?.DeepClone()))]);

    private static JsonObject Element(string id, string kind, string? dictionary, params (string Name, JsonNode? Value)[] members)
    {
        var element = new JsonObject { ["elementId"] = id, ["objectType"] = kind };
        if (dictionary is not null) element["dictionaryReference"] = dictionary;
        foreach (var (name, value) in members) element[name] = value;
        return element;
    }

    private static bool IsMultiLanguage(JsonArray list) =>
        list.Count > 0 && list.All(item => item is JsonObject { Count: 2 } pair && IsText(pair["value"]) && IsText(pair["language"]));

    private static bool IsResource(JsonObject members) =>
        IsText(members["contentType"]) && IsText(members["url"])
        && members.All(member => ElementKinds.ResourceMembers.Contains(member.Key, StringComparer.Ordinal) && IsText(member.Value));

    private static bool IsText(JsonNode? node) => node?.GetValueKind() == JsonValueKind.String;
}
