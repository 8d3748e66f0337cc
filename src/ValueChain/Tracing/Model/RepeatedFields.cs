using System.Globalization;
using System.Text.Json;

namespace Voltloop.Tracing.Model;

/// <summary>Finds fields that stand twice in one object, which JSON leaves open and most readers pass over in silence.</summary>
internal static class RepeatedFields
{
    /// <summary>Where the first is, as a JSON pointer; <c>null</c> when there is none. One of <c>eventID</c> is reported last.</summary>
    public static string? First(JsonElement value) => In(value, "").OrderBy(place => place == "/eventID").FirstOrDefault();

    private static IEnumerable<string> In(JsonElement value, string at) => value.ValueKind switch
    {
        JsonValueKind.Object => InObject(value, at),
        JsonValueKind.Array => value.EnumerateArray().SelectMany((item, i) => In(item, at + "/" + i.ToString(CultureInfo.InvariantCulture))),
        _ => [],
    };

    private static IEnumerable<string> InObject(JsonElement value, string at)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var member in value.EnumerateObject())
        {
            var place = at + "/" + member.Name;
            if (!seen.Add(member.Name)) yield return place;
            foreach (var inner in In(member.Value, place)) yield return inner;
        }
    }
}
