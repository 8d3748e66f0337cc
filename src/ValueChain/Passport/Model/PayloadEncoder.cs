using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model;

/// <summary>Writes a payload of a dialect from the values of terms.</summary>
internal static class PayloadEncoder
{
    /// <summary>The payload with what the values say; without values an empty object.</summary>
    /// <param name="values">Values by term.</param>
    /// <param name="residue">What an import kept beside the facts; applied where the facts are still the same.</param>
    public static JsonObject Encode(Dialect dialect, IReadOnlyDictionary<string, DatedValue> values, JsonElement? residue = null)
    {
        var payload = Branch(dialect.Root, values) ?? [];
        if (residue is { } kept) PayloadResidue.Apply(dialect, kept, payload);
        return payload;
    }

    private static JsonNode? Node(MappingNode node, IReadOnlyDictionary<string, DatedValue> values)
    {
        if (node.Key is not null) return List(node, values);
        if (node.IsBranch) return Branch(node, values);
        return values.TryGetValue(node.Row!.Term, out var value) ? ValueWriter.Write(node.Row, value) : null;
    }

    private static JsonObject? Branch(MappingNode node, IReadOnlyDictionary<string, DatedValue> values)
    {
        var members = Rest(node, values);
        foreach (var (name, child) in node.Children)
        {
            if (child.Row is not { Form: MappingForm.Constant } && Node(child, values) is { } element) members[name] = element;
        }

        if (members.Count == 0) return null;
        foreach (var (name, child) in node.Children)
        {
            if (child.Row is { Form: MappingForm.Constant } constant) members[name] = constant.Constant;
        }

        return members;
    }

    private static JsonObject Rest(MappingNode node, IReadOnlyDictionary<string, DatedValue> values) =>
        node.Row is { } row && values.TryGetValue(row.Term, out var value) && ValueWriter.Write(row, value) is JsonObject rest ? rest : [];

    private static JsonArray? List(MappingNode node, IReadOnlyDictionary<string, DatedValue> values)
    {
        var list = new JsonArray();
        foreach (var (key, element) in node.Keyed)
        {
            if (Node(element, values) is not JsonObject found) continue;
            found[node.Key!] = key;
            list.Add((JsonNode)found);
        }

        return list.Count == 0 ? null : list;
    }
}
