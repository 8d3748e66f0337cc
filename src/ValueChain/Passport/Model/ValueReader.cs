using System.Globalization;
using System.Text.Json;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.Model;

/// <summary>Reads the value of a term from an element, in the form that the mapping row says.</summary>
internal static class ValueReader
{
    private const long TicksPerMicrosecond = 10;

    /// <summary>The value, or <c>null</c> with a reason when the element does not have the form.</summary>
    public static DatedValue? Read(MappingRow row, Term term, JsonElement element, out string reason)
    {
        var read = row.Form switch
        {
            MappingForm.Number => Number(row, element),
            MappingForm.Figure => Digits(element) is { } digits ? Finite(ExactScale.Multiply(digits, row.Factor)) : null,
            MappingForm.Timed => Timed(row, element),
            MappingForm.Quantity => Quantity(row, element),
            MappingForm.Language => Language(row, element),
            MappingForm.First => First(element) is { } first ? Plain(row, term, first) : null,
            _ => Plain(row, term, element),
        };
        if (read is { } found && !VocabularyCheckedWriter.Fits(found.Value, term.Type)) read = null;
        reason = read is null ? Expected(row, term) : "";
        return read;
    }

    /// <summary>Reads a moment; <c>null</c> when the text is not one. Whole microseconds, because the record keeps no more.</summary>
    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? new DateTimeOffset(moment.UtcTicks - (moment.UtcTicks % TicksPerMicrosecond), TimeSpan.Zero)
            : null;

    private static DatedValue? Plain(MappingRow row, Term term, JsonElement element)
    {
        if (!Fits(term.Type, element.ValueKind)) return null;
        if (element.ValueKind == JsonValueKind.String && row.Words.Count > 0)
        {
            var word = row.Words.FirstOrDefault(pair => element.ValueEquals(pair.Key));
            if (word.Key is not null) return new DatedValue(StatementValue.Of(word.Value));
        }

        return element.ValueKind == JsonValueKind.Number ? Finite(element.GetRawText()) : new DatedValue(StatementValue.Of(element));
    }

    private static DatedValue? Number(MappingRow row, JsonElement element) =>
        element.ValueKind == JsonValueKind.Number ? Finite(ExactScale.Multiply(element.GetRawText(), row.Factor)) : null;

    private static DatedValue? Timed(MappingRow row, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty(row.Members.Value, out var number)) return null;
        if (Number(row, number) is not { } value) return null;
        if (!element.TryGetProperty(row.Members.Companion, out var time)) return value;
        var moment = time.ValueKind == JsonValueKind.String ? Moment(time.GetString()) : null;
        return moment is null ? null : value with { ValidFrom = moment };
    }

    private static DatedValue? Quantity(MappingRow row, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Object
            || !element.TryGetProperty(row.Members.Value, out var number) || Digits(number) is not { } digits
            || !element.TryGetProperty(row.Members.Companion, out var unit) || unit.ValueKind != JsonValueKind.String) return null;
        var factor = row.Words.FirstOrDefault(pair => unit.ValueEquals(pair.Key)).Value;
        return factor is null ? null : Finite(ExactScale.Multiply(digits, decimal.Parse(factor, CultureInfo.InvariantCulture)));
    }

    private static DatedValue? Language(MappingRow row, JsonElement element)
    {
        if (element.ValueKind != JsonValueKind.Array) return null;
        var texts = element.EnumerateArray().Where(text => text.ValueKind == JsonValueKind.Object).SelectMany(text => Texts(row, text)).ToList();
        return texts.Count == 0 ? null : new DatedValue(StatementValue.Of((texts.Find(text => text.Language is "en") is { Text: not null } english ? english : texts[0]).Text));
    }

    // A text is an object with its language as name, or one with a member for each.
    private static IEnumerable<(string Language, string Text)> Texts(MappingRow row, JsonElement text)
    {
        if (text.TryGetProperty(row.Members.Companion, out var language) && text.TryGetProperty(row.Members.Value, out var value))
            return language.ValueKind == JsonValueKind.String && value.ValueKind == JsonValueKind.String ? [(language.GetString()!, value.GetString()!)] : [];
        return text.EnumerateObject().Where(member => member.Value.ValueKind == JsonValueKind.String).Select(member => (member.Name, member.Value.GetString()!));
    }

    // The digits of a number, also when it is written as text.
    private static string? Digits(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number => element.GetRawText(),
        JsonValueKind.String when decimal.TryParse(element.GetString(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _) => Json(element.GetString()!),
        _ => null,
    };

    // JSON has no "+1", "01" or ".5".
    private static string? Json(string digits)
    {
        try
        {
            using var number = JsonDocument.Parse(digits);
            return digits;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static JsonElement? First(JsonElement element) =>
        element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0 ? element[0] : null;

    private static DatedValue? Finite(string? number) =>
        number is not null && double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) && double.IsFinite(value)
            ? new DatedValue(StatementValue.FromStoredJson(number))
            : null;

    private static bool Fits(TermType type, JsonValueKind kind) => type switch
    {
        TermType.Number => kind == JsonValueKind.Number,
        TermType.Boolean => kind is JsonValueKind.True or JsonValueKind.False,
        TermType.Structure => kind is JsonValueKind.Object or JsonValueKind.Array,
        _ => kind == JsonValueKind.String,
    };

    private static string Expected(MappingRow row, Term term) => row.Form switch
    {
        MappingForm.Number or MappingForm.Figure => "a finite number is expected",
        MappingForm.Timed => $"an object with the number \"{row.Members.Value}\" and the moment \"{row.Members.Companion}\" is expected",
        MappingForm.Quantity => $"an object with the number \"{row.Members.Value}\" and a known unit \"{row.Members.Companion}\" is expected",
        MappingForm.Language => "a list of texts with their languages is expected",
        MappingForm.First => $"a list of values of type {term.Type} is expected",
        _ => $"a value of type {term.Type} is expected",
    };
}
