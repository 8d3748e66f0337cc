using System.Globalization;
using System.Text.Json;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Record.Statements;
using Voltloop.Record.Terms;

namespace Voltloop.Passport.CreatePassport;

/// <summary>Turns drafts into statements; what does not fit the vocabulary is a named problem.</summary>
internal sealed class DraftRules(IVocabulary vocabulary)
{
    /// <summary>The statement of a draft.</summary>
    /// <exception cref="ProblemException">Unknown term, wrong unit or wrong type.</exception>
    public Statement Accept(StatementDraft draft, ThingId thing, DateTimeOffset now)
    {
        var term = vocabulary.Get(draft.Term);
        CheckUnit(term, draft.Unit);
        CheckValue(term, draft.Value);
        return new Statement(thing, term.Id, StatementValue.Of(draft.Value), draft.ValidFrom?.ToUniversalTime() ?? now)
        {
            Unit = term.Type == TermType.Number ? term.Unit : null,
            Uncertainty = draft.Uncertainty,
            Evidence = draft.Evidence ?? Evidence.Declared,
        };
    }

    private static void CheckUnit(Term term, string? unit)
    {
        if (unit is null || string.Equals(unit, term.Unit, StringComparison.Ordinal)) return;
        throw new ProblemException(
            CommonProblems.InvalidValue, $"{term.Id} is stated in \"{unit}\".", null, term.Unit is null ? "It has no unit." : $"Give it in {term.Unit}.");
    }

    private static void CheckValue(Term term, JsonElement value)
    {
        if (Fits(term.Type, value)) return;
        throw new ProblemException(CommonProblems.InvalidValue, $"{term.Id} must be {Words(term.Type)}; it is {value.GetRawText()}.");
    }

    private static bool Fits(TermType type, JsonElement value) => type switch
    {
        TermType.Number => value.ValueKind == JsonValueKind.Number,
        TermType.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        TermType.Structure => value.ValueKind is JsonValueKind.Object or JsonValueKind.Array,
        TermType.Date => value.ValueKind == JsonValueKind.String && IsDate(value.GetString()!),
        TermType.Link => value.ValueKind == JsonValueKind.String && IsLink(value.GetString()!),
        _ => value.ValueKind == JsonValueKind.String,
    };

    private static bool IsDate(string text) =>
        DateOnly.TryParseExact(text, ["yyyy-MM-dd", "yyyy-MM"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _)
        || (text.Contains('T', StringComparison.Ordinal)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _));

    private static bool IsLink(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out _) || (text.Length == 64 && text.All(char.IsAsciiHexDigitLower));

    private static string Words(TermType type) => type switch
    {
        TermType.Number => "a number",
        TermType.Boolean => "true or false",
        TermType.Structure => "an object or a list",
        TermType.Date => "a day or month (ISO 8601)",
        TermType.Link => "an absolute URI or the SHA-256 of a document",
        _ => "a text",
    };
}
