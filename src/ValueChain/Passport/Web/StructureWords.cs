using System.Text;
using System.Text.Json;

namespace Voltloop.Passport.Web;

/// <summary>Parts of structured values as text.</summary>
internal static class StructureWords
{
    private const int Longest = 400;

    /// <summary>True for an object or a list.</summary>
    public static bool IsNested(JsonElement element) => element.ValueKind is JsonValueKind.Object or JsonValueKind.Array;

    /// <summary>A member name in words: <c>addressCountry</c> becomes <c>Address country</c>.</summary>
    public static string Name(string member)
    {
        var words = new StringBuilder(member.Length + 8);
        foreach (var (c, i) in member.Select((c, i) => (c, i)))
        {
            var starts = i > 0 && char.IsUpper(c) && !char.IsUpper(member[i - 1]) && !EndsAbbreviation(member, i);
            if (starts) words.Append(' ');
            words.Append(i == 0 ? char.ToUpperInvariant(c) : starts && !BeginsAbbreviation(member, i) ? char.ToLowerInvariant(c) : c);
        }

        return words.ToString();
    }

    // "SoC", "pH" and the like stay one word: a capital at the end or before another capital begins no word.
    private static bool EndsAbbreviation(string member, int i) =>
        i >= 2 && char.IsUpper(member[i - 2]) && (i + 1 == member.Length || char.IsUpper(member[i + 1]));

    private static bool BeginsAbbreviation(string member, int i) => i + 2 < member.Length && char.IsUpper(member[i + 2]);

    /// <summary>A web link, or <c>null</c>: only those may be followed.</summary>
    public static string? Link(JsonElement element) =>
        element.ValueKind == JsonValueKind.String && Uri.TryCreate(element.GetString(), UriKind.Absolute, out var uri) && uri.Scheme is ("https" or "http")
            ? element.GetString()
            : null;

    /// <summary>Anything as one line, shortened.</summary>
    public static string Text(JsonElement element)
    {
        var text = element.ValueKind switch
        {
            JsonValueKind.String => element.GetString()!,
            JsonValueKind.True => "yes",
            JsonValueKind.False => "no",
            JsonValueKind.Null => "none",
            JsonValueKind.Array when !element.EnumerateArray().Any(IsNested) => string.Join(", ", element.EnumerateArray().Select(Text)),
            _ => element.GetRawText(),
        };
        return text.Length <= Longest ? text : text[..Longest] + "…";
    }
}
