using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Tests.Conformance.Proofs;

/// <summary>What ajv finds in documents under a JSON Schema (draft 4 or 7).</summary>
internal static class SchemaOracle
{
    /// <summary>Faults of a document, each as its JSON pointer and the reason.</summary>
    public static IReadOnlyList<string> Faults(JsonElement schema, JsonElement document) => Faults(schema, [document])[0];

    /// <summary>Faults of every document.</summary>
    public static IReadOnlyList<string>[] Faults(JsonElement schema, IEnumerable<JsonElement> documents)
    {
        var question = new JsonObject
        {
            ["ask"] = "schema",
            ["schema"] = JsonNode.Parse(schema.GetRawText()),
            ["documents"] = new JsonArray([.. documents.Select(document => JsonNode.Parse(document.GetRawText()))]),
        };
        return [.. Oracle.Ok(Oracle.Ask(question)[0]).EnumerateArray().Select(faults => (IReadOnlyList<string>)[.. faults.EnumerateArray().Select(fault => fault.GetString()!)])];
    }
}
