using System.Text.Json;

namespace Voltloop.Passport.Model;

/// <summary>
/// What an element with members looks like in one dialect. Two dialects may give one term different members: a value is
/// written only where it fits, so that no export holds elements that its own format does not know.
/// </summary>
internal sealed class ValueShape
{
    private const string Text = "text";
    private readonly Dictionary<string, JsonValueKind> _known = new(StringComparer.Ordinal);
    private readonly List<string> _required = [];

    private ValueShape(IReadOnlyList<string> members)
    {
        foreach (var member in members)
        {
            var name = member.TrimEnd('!');
            var kind = name[^1] switch { ']' => JsonValueKind.Array, '}' => JsonValueKind.Object, _ => JsonValueKind.Undefined };
            if (kind != JsonValueKind.Undefined) name = name[..^2];
            _known[name] = kind;
            if (member.EndsWith('!')) _required.Add(name);
        }
    }

    /// <summary>
    /// Reads the cell of the table: member names, <c>[]</c> behind lists, <c>{}</c> behind objects, then <c>!</c> behind those
    /// that must be there; <c>text</c> for texts.
    /// </summary>
    public static ValueShape? Read(IReadOnlyList<string> members) => members.Count == 0 ? null : new ValueShape(members);

    /// <summary>True when a value, or each element of a list, has only known members of their kind and all required ones.</summary>
    public bool Fits(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Array => value.EnumerateArray().All(Fits),
        JsonValueKind.Object => value.EnumerateObject().All(IsKnown) && _required.TrueForAll(name => value.TryGetProperty(name, out _)),
        _ => _known.ContainsKey(Text),
    };

    private bool IsKnown(JsonProperty member)
    {
        if (!_known.TryGetValue(member.Name, out var kind)) return false;
        var isScalar = member.Value.ValueKind is not (JsonValueKind.Array or JsonValueKind.Object);
        return kind == JsonValueKind.Undefined ? isScalar : member.Value.ValueKind == kind;
    }
}
