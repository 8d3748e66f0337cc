using System.Text.Json;

namespace Voltloop.Passport.Model;

/// <summary>An element by which a payload of a dialect is known.</summary>
/// <param name="Path">Member names with <c>/</c> between; <c>*</c> is any member or element.</param>
/// <param name="Value">Text that it must have; <c>null</c> when being there is enough.</param>
internal sealed record DialectMark(string Path, string? Value)
{
    /// <summary>Name of the member of the root.</summary>
    public string Top => Path.Split('/')[0];

    /// <summary>Reads <c>path</c> or <c>path=value</c>.</summary>
    public static DialectMark Read(string text)
    {
        var equals = text.LastIndexOf('=');
        return equals < text.LastIndexOf(']') + 1 ? new DialectMark(text, null) : new DialectMark(text[..equals], text[(equals + 1)..]);
    }

    /// <summary>True when the payload has the element.</summary>
    public bool IsIn(JsonElement payload) => PayloadPath.Select(payload, Path).Any(found => Value is null || IsValue(found.Element, Value));

    private static bool IsValue(JsonElement element, string value) => element.ValueKind == JsonValueKind.String && element.ValueEquals(value);
}
