using System.Text.Json;

namespace Voltloop.Passport.Model;

/// <summary>
/// What an element with members looks like in one dialect. Two dialects may give one term different members: a value is
/// written only where it fits, so that no export holds elements that its own format does not know.
/// </summary>
internal sealed class ValueShape
{
    private const string Text = "text";
    private const string Itself = "*";
    private readonly Dictionary<string, JsonValueKind> _known = new(StringComparer.Ordinal);

    private ValueShape(IReadOnlyList<string> members)
    {
        foreach (var member in members)
        {
            var name = member;
            var kind = name[^1] switch { ']' => JsonValueKind.Array, '}' => JsonValueKind.Object, _ => JsonValueKind.Undefined };
            if (kind != JsonValueKind.Undefined) name = name[..^2];
            _known[name] = kind;
        }
    }

    /// <summary>
    /// Reads the cell of the table: member names, <c>[]</c> behind lists, <c>{}</c> behind objects; <c>text</c> for texts,
    /// <c>*</c> for the value itself.
    /// </summary>
    public static ValueShape? Read(IReadOnlyList<string> members) => members.Count == 0 ? null : new ValueShape(members);

    /// <summary>True when a value, or each element of a list, has only known members of their kind.</summary>
    public bool Fits(JsonElement value) => IsKind(_known.GetValueOrDefault(Itself), value) && HasMembers(value);

    private bool HasMembers(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().All(HasMembers),
        JsonValueKind.Object => value.EnumerateObject().All(IsKnown),
        _ => _known.ContainsKey(Text),
    };

    private bool IsKnown(JsonProperty member)
    {
        if (!_known.TryGetValue(member.Name, out var kind)) return false;
        return kind == JsonValueKind.Undefined ? member.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object) : member.Value.ValueKind == kind;
    }

    private static bool IsKind(JsonValueKind kind, JsonElement value) => kind == JsonValueKind.Undefined || value.ValueKind == kind;
}
