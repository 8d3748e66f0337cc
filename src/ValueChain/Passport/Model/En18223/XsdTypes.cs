using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voltloop.Core.Problems;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model.En18223;

/// <summary>Types of XML Schema that EN 18223 names for single values, and their JSON.</summary>
internal static class XsdTypes
{
    public const string Text = "xsd:string";

    private static readonly HashSet<string> Numbers = new(StringComparer.Ordinal)
    {
        "decimal", "float", "double", "integer", "nonPositiveInteger", "negativeInteger", "long", "int", "short", "byte",
        "nonNegativeInteger", "unsignedLong", "unsignedInt", "unsignedShort", "unsignedByte", "positiveInteger",
    };

    /// <summary>The type of a scalar; the type of the term decides between texts that look alike.</summary>
    public static string Of(JsonNode? scalar, TermType? term = null) => scalar?.GetValueKind() switch
    {
        JsonValueKind.True or JsonValueKind.False => "xsd:boolean",
        JsonValueKind.Number => OfNumber(scalar.ToJsonString()),
        JsonValueKind.String when term is TermType.Date => OfDate(scalar.GetValue<string>()),
        JsonValueKind.String when term is TermType.Link && scalar.GetValue<string>().Contains(':', StringComparison.Ordinal) => "xsd:anyURI",
        _ => Text,
    };

    /// <summary>The JSON of a value that a sender wrote as text although its type is a number or a truth value.</summary>
    /// <exception cref="ProblemException">The text is not of the type.</exception>
    public static JsonNode? FromText(string text, string? type)
    {
        var name = type?.Split(':')[^1] ?? "string";
        if (string.Equals(name, "boolean", StringComparison.Ordinal)) return Boolean(text);
        return Numbers.Contains(name) ? Number(text) : JsonValue.Create(text);
    }

    private static string OfNumber(string digits) =>
        digits.AsSpan().ContainsAny('e', 'E') ? "xsd:double" : digits.Contains('.', StringComparison.Ordinal) ? "xsd:decimal" : "xsd:integer";

    private static string OfDate(string text) => text switch
    {
        { Length: 4 } => "xsd:gYear",
        { Length: 7 } => "xsd:gYearMonth",
        _ when text.Contains('T', StringComparison.Ordinal) => "xsd:dateTime",
        _ => "xsd:date",
    };

    private static JsonValue Boolean(string text) => text switch
    {
        "true" or "1" => JsonValue.Create(true),
        "false" or "0" => JsonValue.Create(false),
        _ => throw Bad(text, "a truth value"),
    };

    private static JsonNode? Number(string text)
    {
        if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) || !double.IsFinite(number)) throw Bad(text, "a finite number");
        try
        {
            return JsonNode.Parse(text);
        }
        catch (JsonException)
        {
            return JsonValue.Create(number);
        }
    }

    private static ProblemException Bad(string text, string what) => new(CommonProblems.InvalidValue, $"\"{text}\" is not {what}.");
}
