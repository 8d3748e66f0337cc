using System.Text.Json;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model;

/// <summary>
/// The difference between a payload as it came and as the facts in it would be written. Keeping it beside the facts makes
/// the way there and back exact; an entry is applied only while the facts behind it are unchanged.
/// </summary>
internal static class PayloadResidue
{
    /// <summary>The difference; <c>null</c> when there is none.</summary>
    public static JsonElement? Of(Dialect dialect, JsonElement wire, JsonObject ours)
    {
        var entries = new JsonArray();
        Compare(dialect.Root, wire, JsonSerializer.SerializeToElement(ours), ("", entries));
        return entries.Count == 0 ? null : JsonSerializer.SerializeToElement(new JsonObject { ["dialect"] = dialect.Id, ["entries"] = entries });
    }

    /// <summary>Puts what was kept back into a payload; what another version of the dialect kept is left alone.</summary>
    public static void Apply(Dialect dialect, JsonElement residue, JsonObject payload)
    {
        if (residue.ValueKind != JsonValueKind.Object || !residue.TryGetProperty("entries", out var entries)) return;
        if (!residue.TryGetProperty("dialect", out var of) || !of.ValueEquals(dialect.Id)) return;
        foreach (var entry in entries.EnumerateArray()) ApplyEntry(entry, payload);
    }

    private static void Compare(MappingNode node, JsonElement wire, JsonElement ours, (string Pointer, JsonArray Entries) into)
    {
        foreach (var member in wire.EnumerateObject())
        {
            var at = JsonPointer.Join(into.Pointer, member.Name);
            var child = node.Children.GetValueOrDefault(member.Name);
            JsonElement? mine = ours.TryGetProperty(member.Name, out var found) ? found : null;
            if (child is { IsBranch: true } && member.Value.ValueKind == JsonValueKind.Object && mine is { ValueKind: JsonValueKind.Object } both)
                Compare(child, member.Value, both, (at, into.Entries));
            else if (mine is null || !JsonElement.DeepEquals(member.Value, mine.Value))
                into.Entries.Add((JsonNode)Entry(at, member.Value, mine));
        }

        foreach (var member in ours.EnumerateObject())
        {
            if (!wire.TryGetProperty(member.Name, out _))
                into.Entries.Add((JsonNode)Entry(JsonPointer.Join(into.Pointer, member.Name), null, member.Value));
        }
    }

    private static JsonObject Entry(string at, JsonElement? wire, JsonElement? ours)
    {
        var entry = new JsonObject { ["at"] = at };
        if (wire is { } came) entry["wire"] = JsonNode.Parse(came.GetRawText());
        if (ours is { } written) entry["ours"] = JsonNode.Parse(written.GetRawText());
        return entry;
    }

    private static void ApplyEntry(JsonElement entry, JsonObject payload)
    {
        var names = JsonPointer.Split(entry.GetProperty("at").GetString()!);
        var hasWire = entry.TryGetProperty("wire", out var wire);
        JsonElement? expected = entry.TryGetProperty("ours", out var ours) ? ours : null;
        var parent = Parent(payload, names, create: expected is null);
        if (parent is null || !StillHolds(parent, names[^1], expected)) return;
        if (hasWire) parent[names[^1]] = JsonNode.Parse(wire.GetRawText());
        else parent.Remove(names[^1]);
    }

    private static bool StillHolds(JsonObject parent, string name, JsonElement? expected)
    {
        var there = parent.TryGetPropertyValue(name, out var current);
        if (expected is not { } ours) return !there;
        return there && JsonElement.DeepEquals(ours, JsonSerializer.SerializeToElement(current));
    }

    private static JsonObject? Parent(JsonObject payload, IReadOnlyList<string> names, bool create)
    {
        var at = payload;
        foreach (var name in names.Take(names.Count - 1))
        {
            if (at[name] is not JsonObject next)
            {
                if (!create || at.ContainsKey(name)) return null;
                at[name] = next = [];
            }

            at = next;
        }

        return at;
    }
}
