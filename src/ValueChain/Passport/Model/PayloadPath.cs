using System.Globalization;
using System.Text.Json;

namespace Voltloop.Passport.Model;

/// <summary>Finds the elements that a path with wildcards leads to.</summary>
internal static class PayloadPath
{
    /// <summary>The elements with their JSON pointers, in the order of the payload.</summary>
    public static IEnumerable<(string Pointer, JsonElement Element)> Select(JsonElement root, string path)
    {
        IEnumerable<(string Pointer, JsonElement Element)> found = [("", root)];
        foreach (var segment in path.Split('/'))
        {
            var step = segment;
            found = found.SelectMany(at => Step(at.Pointer, at.Element, step));
        }

        return found;
    }

    private static IEnumerable<(string Pointer, JsonElement Element)> Step(string pointer, JsonElement element, string segment)
    {
        if (segment[0] == '*') return Below(pointer, element).Where(child => Matches(child.Element, segment));
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(segment, out var member)
            ? [(JsonPointer.Join(pointer, segment), member)]
            : [];
    }

    private static IEnumerable<(string Pointer, JsonElement Element)> Below(string pointer, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => element.EnumerateObject().Select(member => (JsonPointer.Join(pointer, member.Name), member.Value)),
        JsonValueKind.Array => element.EnumerateArray()
            .Select((child, index) => (JsonPointer.Join(pointer, index.ToString(CultureInfo.InvariantCulture)), child)),
        _ => [],
    };

    private static bool Matches(JsonElement element, string segment)
    {
        if (segment.Length == 1) return true;
        var parts = segment[2..^1].Split('=');
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(parts[0], out var key)
            && key.ValueKind == JsonValueKind.String && key.ValueEquals(parts[1]);
    }
}
