using System.Globalization;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;

namespace Voltloop.Record.Proofs.Credentials;

/// <summary>A JSON Pointer (RFC 6901), cut into its steps.</summary>
internal sealed record JsonPath(string Pointer, string[] Steps)
{
    public string Last => Steps[^1];

    public static JsonPath Parse(string pointer)
    {
        Refusal.Unless(pointer.StartsWith('/'), CommonProblems.InvalidValue, $"\"{pointer}\" is not a JSON Pointer to a part.");
        return new JsonPath(pointer, [.. pointer[1..].Split('/').Select(step => step.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal))]);
    }

    /// <summary>The object or array that has the last step.</summary>
    public JsonNode Parent(JsonNode root)
    {
        JsonNode? node = root;
        foreach (var step in Steps[..^1])
        {
            node = Child(node, step);
        }

        return node is not null && Has(node) ? node : throw Refusal.Because(CommonProblems.InvalidValue, $"There is nothing at {Pointer}.");
    }

    public static int? Index(string step) =>
        int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : null;

    private bool Has(JsonNode parent) => parent switch
    {
        JsonObject json => json.ContainsKey(Last),
        JsonArray items => Index(Last) < items.Count,
        _ => false,
    };

    private static JsonNode? Child(JsonNode? node, string step) => node switch
    {
        JsonObject json => json[step],
        JsonArray items when Index(step) is { } index && index < items.Count => items[index],
        _ => null,
    };
}
