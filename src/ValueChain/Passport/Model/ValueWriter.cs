using System.Globalization;
using System.Text.Json.Nodes;

namespace Voltloop.Passport.Model;

/// <summary>Writes the value of a term as an element, in the form that the mapping row says.</summary>
internal static class ValueWriter
{
    private const int LengthOfMonth = 7;
    private const int LengthOfDay = 10;

    /// <summary>The element, or <c>null</c> when the value cannot be written in that form.</summary>
    public static JsonNode? Write(MappingRow row, DatedValue dated)
    {
        if (dated.Value.IsNull || row.Shape?.Fits(dated.Value.AsElement()) == false) return null;
        return row.Form switch
        {
            MappingForm.Number or MappingForm.Figure => Number(row, dated),
            MappingForm.Timed => Timed(row, dated),
            MappingForm.Quantity => Quantity(row, dated),
            MappingForm.Date => Day(dated.Value.AsText()),
            MappingForm.DateTime => Moment(dated.Value.AsText()),
            MappingForm.Language => dated.Value.AsText() is { } text ? new JsonArray(English(row, text)) : null,
            MappingForm.First => new JsonArray(Plain(row, dated)),
            _ => Plain(row, dated),
        };
    }

    private static JsonNode? Plain(MappingRow row, DatedValue dated)
    {
        if (row.Words.Count > 0 && dated.Value.AsText() is { } text)
        {
            var word = row.Words.FirstOrDefault(pair => string.Equals(pair.Value, text, StringComparison.Ordinal)).Key;
            if (word is not null) return JsonValue.Create(word);
        }

        return JsonNode.Parse(dated.Value.Json);
    }

    private static JsonNode? Number(MappingRow row, DatedValue dated) =>
        dated.Value.AsNumber() is null ? null : Parsed(ExactScale.Divide(dated.Value.Json, row.Factor));

    private static JsonObject? Timed(MappingRow row, DatedValue dated)
    {
        if (Number(row, dated) is not { } number) return null;
        var element = new JsonObject { [row.Members.Value] = number };
        if (dated.ValidFrom is { } moment)
            element[row.Members.Companion] = moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'", CultureInfo.InvariantCulture);
        return element;
    }

    private static JsonObject? Quantity(MappingRow row, DatedValue dated)
    {
        var unit = row.Words[0];
        var number = dated.Value.AsNumber() is null
            ? null
            : Parsed(ExactScale.Divide(dated.Value.Json, decimal.Parse(unit.Value, CultureInfo.InvariantCulture)));
        if (number is null) return null;
        var element = new JsonObject(row.Fixed.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)JsonValue.Create(member.Value))));
        element[row.Members.Companion] = unit.Key;
        element[row.Members.Value] = number;
        return element;
    }

    private static JsonObject English(MappingRow row, string text) => string.Equals(row.Members.Companion, MappingRow.LanguageAsName, StringComparison.Ordinal)
        ? new JsonObject { ["en"] = text }
        : new JsonObject { [row.Members.Companion] = "en", [row.Members.Value] = text };

    // A month becomes its first day: the dialects know no months.
    private static JsonValue? Day(string? text) => text switch
    {
        null => null,
        { Length: LengthOfMonth } => JsonValue.Create(text + "-01"),
        { Length: > LengthOfDay } when text[LengthOfDay] == 'T' => JsonValue.Create(text[..LengthOfDay]),
        _ => JsonValue.Create(text),
    };

    private static JsonValue? Moment(string? text) => text switch
    {
        null => null,
        { Length: LengthOfMonth } => JsonValue.Create(text + "-01T00:00:00Z"),
        { Length: LengthOfDay } => JsonValue.Create(text + "T00:00:00Z"),
        _ => JsonValue.Create(text),
    };

    private static JsonNode? Parsed(string? json) => json is null ? null : JsonNode.Parse(json);
}
