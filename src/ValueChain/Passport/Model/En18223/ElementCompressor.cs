using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;

namespace Voltloop.Passport.Model.En18223;

/// <summary>
/// Reads the element tree of EN 18223 back to plain values. Accepts what the open implementations write: children under
/// <c>elements</c> or <c>value</c>, kinds under <c>objectType</c> or <c>@type</c>, member names in any case.
/// </summary>
internal static class ElementCompressor
{
    private static readonly string[] Children = ["elements", "dataElements", "value"];

    /// <summary>Element id and value.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidValue"/> for what is not an element.</exception>
    public static (string Id, JsonNode? Value) Compress(JsonNode? node)
    {
        if (node is not JsonObject element) throw Bad("An element is an object.");
        var id = Text(element, "elementId") ?? throw Bad("An element needs an elementId.");
        try
        {
            return (id, Value(element));
        }
        catch (ProblemException fault)
        {
            throw new ProblemException(fault.Problem with { Location = JsonPointer.Join("", id) + fault.Problem.Location }, fault);
        }
    }

    /// <summary>The values of several elements by their ids.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.InvalidValue"/>: two elements share an id.</exception>
    public static JsonObject CompressAll(JsonArray elements)
    {
        var members = new JsonObject();
        foreach (var (id, value) in elements.Select(Compress))
        {
            if (!members.TryAdd(id, value)) throw Bad($"Two elements are called \"{id}\".");
        }

        return members;
    }

    private static JsonNode? Value(JsonObject element) => Kind(element) switch
    {
        "dataelementcollection" => CompressAll(ChildrenOf(element)),
        "multivalueddataelement" => new JsonArray([.. ChildrenOf(element).Select(Child)]),
        "multilanguagedataelement" => Member(element, "value")?.DeepClone(),
        "relatedresource" => Resource(element),
        "singlevalueddataelement" => Single(element),
        var other => throw Bad($"\"{other}\" is not a kind of element."),
    };

    private static string Kind(JsonObject element) =>
        (Text(element, "objectType") ?? Text(element, "@type") ?? Guess(element)).ToLowerInvariant();

    private static string Guess(JsonObject element) =>
        Member(element, "elements") is JsonArray || Member(element, "dataElements") is JsonArray ? ElementKinds.Collection : ElementKinds.Single;

    private static JsonArray ChildrenOf(JsonObject element) =>
        Children.Select(name => Member(element, name)).OfType<JsonArray>().FirstOrDefault() ?? throw Bad("The element needs a list of elements.");

    private static JsonNode? Child(JsonNode? child) => child is JsonObject element && Member(element, "elementId") is not null ? Compress(element).Value : child?.DeepClone();

    private static JsonNode? Single(JsonObject element) => Member(element, "value") switch
    {
        JsonValue text when text.GetValueKind() == JsonValueKind.String => XsdTypes.FromText(text.GetValue<string>(), Text(element, "valueDataType")),
        JsonObject or JsonArray => throw Bad("A single value is a text, a number, true, false or null."),
        var value => value?.DeepClone(),
    };

    private static JsonObject Resource(JsonObject element) => new(
        element.Where(member => ElementKinds.ResourceMembers.Contains(member.Key, StringComparer.OrdinalIgnoreCase))
            .Select(member => KeyValuePair.Create(member.Key, member.Value?.DeepClone())));

    private static string? Text(JsonObject element, string name) =>
        Member(element, name) is JsonValue value && value.TryGetValue<string>(out var text) ? text : null;

    private static JsonNode? Member(JsonObject element, string name) =>
        element.FirstOrDefault(member => string.Equals(member.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static ProblemException Bad(string detail) => new(CommonProblems.InvalidValue, detail);
}
