using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model.En18223;

/// <summary>Passports written as the element tree of EN 18223: a header, and elements with their ids.</summary>
internal static class ElementTree
{
    /// <summary>Member of the root with the elements; in the plain form it holds values by element id.</summary>
    public const string Elements = "elements";

    /// <summary>Member of a residue that keeps the tree as it came.</summary>
    private const string Kept = "document";

    private const string Dictionary = "dictionaryReference";

    /// <summary>Header and values, for reading through a mapping.</summary>
    /// <exception cref="Core.Problems.ProblemException">An element has no id, no known kind, or the id of another.</exception>
    public static JsonElement Values(JsonElement document)
    {
        var plain = JsonNode.Parse(document.GetRawText())!.AsObject();
        if (plain[Elements] is JsonArray elements) plain[Elements] = ElementCompressor.CompressAll(elements);
        return JsonSerializer.SerializeToElement(plain);
    }

    /// <summary>The residue with the tree, so that references, types and order come back.</summary>
    public static JsonElement Keep(Dialect dialect, JsonElement? residue, JsonElement document)
    {
        var kept = residue is { } known ? JsonNode.Parse(known.GetRawText())!.AsObject() : new JsonObject { ["dialect"] = dialect.Id, ["entries"] = new JsonArray() };
        kept[Kept] = JsonNode.Parse(document.GetRawText());
        return JsonSerializer.SerializeToElement(kept);
    }

    /// <summary>The tree of values: elements that came as they are now stay as they came, others are written anew.</summary>
    public static JsonObject Write(Dialect dialect, JsonObject values, JsonElement? residue)
    {
        var tree = values.DeepClone().AsObject();
        if (tree[Elements] is JsonObject members) tree[Elements] = Merge(KeptIn(dialect, residue), members);
        return tree;
    }

    private static JsonArray Merge(JsonArray? came, JsonObject values)
    {
        var elements = new JsonArray();
        var left = values.DeepClone().AsObject();
        foreach (var element in came ?? [])
        {
            var (id, was) = ElementCompressor.Compress(element);
            if (!left.Remove(id, out var now)) continue;
            elements.Add(JsonNode.DeepEquals(was, now) ? element!.DeepClone() : Changed(element!.AsObject(), id, now));
        }

        foreach (var (id, value) in left) elements.Add((JsonNode)new ElementExpander().Expand(id, value));
        return elements;
    }

    private static JsonObject Changed(JsonObject came, string id, JsonNode? now)
    {
        if (now is not JsonObject members || came[Elements] is not JsonArray children)
            return new ElementExpander().Expand(id, now, came[Dictionary]?.GetValue<string>());
        var element = came.DeepClone().AsObject();
        element[Elements] = Merge(children, members);
        return element;
    }

    private static JsonArray? KeptIn(Dialect dialect, JsonElement? residue) =>
        residue is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty("dialect", out var of) && of.ValueEquals(dialect.Id)
        && known.TryGetProperty(Kept, out var document)
            ? JsonNode.Parse(document.GetRawText())![Elements] as JsonArray
            : null;
}
