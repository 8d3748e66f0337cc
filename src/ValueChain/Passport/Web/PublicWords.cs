using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Provenance;
using Voltloop.Passport.Model;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;
using Voltloop.Record.Things;
using Voltloop.Web.Formatting;

namespace Voltloop.Passport.Web;

/// <summary>What the public page says, in a language.</summary>
internal static class PublicWords
{
    private const int Digits = 6;

    /// <summary>Name of a term.</summary>
    public static string Term(Language language, Term term) => Language.Of(language.Terms, term.Id, term.Label);

    /// <summary>Name of a section.</summary>
    public static string Group(Language language, string title) => Language.Of(language.Groups, title, title);

    /// <summary>What sort of thing it is.</summary>
    public static string Kind(Language language, ThingKind kind) =>
        Language.Of(language.Kinds, JsonNamingPolicy.KebabCaseLower.ConvertName(kind.ToString()), ValueText.Of(kind));

    /// <summary>Name of a member of a structured value.</summary>
    public static string Member(Language language, string name) => Language.Of(language.Members, name, StructureWords.Name(name));

    /// <summary>A plain value with its unit: numbers with the marks of the language, known words translated.</summary>
    public static string Value(Language language, PassportEntry entry)
    {
        var statement = entry.Recorded.Statement;
        var text = statement.Value.AsNumber() is { } number
            ? language.Number(Digit(number, statement.Uncertainty))
            : Word(language, entry.Term.Id, statement.Value);
        return statement.Unit is { } unit ? $"{text}\u00a0{Language.Of(language.Units, unit, UnitText.Of(unit))}" : text;
    }

    /// <summary>The interval around a value.</summary>
    public static string Range(Language language, Interval interval)
    {
        var decimals = IntervalFormat.Decimals(interval);
        return string.Format(
            CultureInfo.InvariantCulture, language["interval"], language.Number(QuantityFormat.Number(interval.Level * 100, 3)),
            language.Number(QuantityFormat.Fixed(interval.Lower, decimals)), language.Number(QuantityFormat.Fixed(interval.Upper, decimals)));
    }

    /// <summary>A leaf of a structured value.</summary>
    public static string Leaf(Language language, JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => language["yes"],
        JsonValueKind.False => language["no"],
        JsonValueKind.Null => language["none"],
        JsonValueKind.Number => language.Number(QuantityFormat.Number(element.GetDouble(), Digits)),
        _ => StructureWords.Text(element),
    };

    private static string Digit(double number, Interval? interval) =>
        interval is { } around ? QuantityFormat.Fixed(number, IntervalFormat.Decimals(around)) : QuantityFormat.Number(number, Digits);

    private static string Word(Language language, string term, StatementValue value)
    {
        if (value.AsText() is not { } text) return Leaf(language, value.AsElement());
        return language.Values.TryGetValue(term, out var words) ? Language.Of(words, text, text) : text;
    }
}
