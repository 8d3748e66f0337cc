using System.Text.Json;

namespace Voltloop.Tracing.Model;

/// <summary>Members of JSON that may be missing or of another kind.</summary>
internal static class JsonFields
{
    /// <summary>A text; <c>null</c> when there is none of that name.</summary>
    public static string? Text(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    /// <summary>The elements of a list; none when there is no list of that name.</summary>
    public static IEnumerable<JsonElement> List(JsonElement parent, string name) =>
        parent.ValueKind == JsonValueKind.Object && parent.TryGetProperty(name, out var list) && list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
}
