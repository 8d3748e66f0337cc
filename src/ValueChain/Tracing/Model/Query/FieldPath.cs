using System.Text.Json;
using Voltloop.Record.Events.Hashing;

namespace Voltloop.Tracing.Model.Query;

/// <summary>Where a field of one's own is looked for: in the event or one of its parts, directly or at any depth.</summary>
/// <param name="Part">The part: empty for the event, <c>ilmd</c>, <c>errorDeclaration</c>, <c>sensorElementList</c> and so on, with points between.</param>
/// <param name="Field">The field, with its namespace in braces.</param>
/// <param name="Inner">True to look below the first level.</param>
internal sealed record FieldPath(string Part, string Field, bool Inner)
{
    private static readonly string[] NotOwn = ["ilmd", "errorDeclaration", "sensorElementList", "readPoint", "bizLocation"];

    /// <summary>Values of the field in an event.</summary>
    public IEnumerable<JsonElement> Values(JsonElement captured, EventNamespaces names) =>
        Roots(captured, Part.Split('.', StringSplitOptions.RemoveEmptyEntries)).SelectMany(root => Inner ? Below(root, names) : Direct(root, names));

    private static IEnumerable<JsonElement> Roots(JsonElement at, ReadOnlyMemory<string> path)
    {
        if (at.ValueKind == JsonValueKind.Array) return at.EnumerateArray().SelectMany(item => Roots(item, path));
        if (path.IsEmpty) return [at];
        return at.ValueKind == JsonValueKind.Object && at.TryGetProperty(path.Span[0], out var inner) ? Roots(inner, path[1..]) : [];
    }

    private IEnumerable<JsonElement> Direct(JsonElement root, EventNamespaces names) => root.ValueKind != JsonValueKind.Object ? []
        : root.EnumerateObject().Where(member => IsField(member.Name, names)).Select(member => member.Value);

    private IEnumerable<JsonElement> Below(JsonElement root, EventNamespaces names)
    {
        if (root.ValueKind == JsonValueKind.Array) return root.EnumerateArray().SelectMany(item => Below(item, names));
        if (root.ValueKind != JsonValueKind.Object) return [];
        var isEvent = Part.Length == 0;
        return root.EnumerateObject().Where(m => !isEvent || !Array.Exists(NotOwn, name => name == m.Name)).SelectMany(member => Deep(member.Value, names));
    }

    private IEnumerable<JsonElement> Deep(JsonElement value, EventNamespaces names) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Deep(item, names)),
        JsonValueKind.Object => Direct(value, names).Concat(value.EnumerateObject().SelectMany(member => Deep(member.Value, names))),
        _ => [],
    };

    private bool IsField(string name, EventNamespaces names) =>
        string.Equals(name, Field, StringComparison.Ordinal) || names.Expand(name) is var full && (full == Field || full.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal) == Field);
}
