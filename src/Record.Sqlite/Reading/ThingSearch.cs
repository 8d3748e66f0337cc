using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>
/// How a text is looked for. When few things can have it, they are taken from the index of trigrams and sorted; when many
/// have it, things are read in order until a page is full, which is then near. Either way the folded text decides.
/// </summary>
/// <param name="Text">Folded text that must be in a thing's search text.</param>
/// <param name="IsStart">True when a part must begin with it; otherwise no part may.</param>
/// <param name="Start">The folded text at the start of a part.</param>
/// <param name="Match">Trigrams for the index; <c>null</c> to read in order.</param>
internal sealed record ThingSearch(string Text, bool IsStart, string Start, string? Match)
{
    /// <summary>Most candidates that are worth sorting.</summary>
    private const int MostCandidates = 5_000;

    /// <summary>A trigram that more things have does not tell them apart.</summary>
    private const int MostCommon = 10_000;

    /// <summary>Most trigrams that are weighed; the end of an identifier tells more things apart than its beginning.</summary>
    private const int MostWeighed = 12;

    /// <summary>Trigrams that are looked up together.</summary>
    private const int Together = 3;

    private const int Gram = 3;

    /// <summary>Chooses the way for what begins with a text, and for what only contains it.</summary>
    public static (ThingSearch Beginning, ThingSearch Containing) Plan(Database database, string text)
    {
        var (anywhere, start) = (SearchText.Anywhere(text), SearchText.AtStart(text));
        var match = Rare(database, [.. Trigrams(anywhere).Reverse()]);
        // A text in the middle of very many may still begin few.
        var beginning = match ?? Rare(database, [.. Trigrams(start).Take(Together)]);
        return (new ThingSearch(start, true, start, beginning), new ThingSearch(anywhere, false, start, match));
    }

    private static IEnumerable<string> Trigrams(string text)
    {
        var letters = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        return Enumerable.Range(0, Math.Max(0, letters.Length - Gram + 1)).Select(at => Quoted(string.Concat(letters[at..(at + Gram)]))).Distinct(StringComparer.Ordinal);
    }

    private static string Quoted(string gram) => $"\"{gram.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    // Trigrams are looked up each by itself: without positions the index cannot tell whether they follow each other.
    private static string? Rare(Database database, IReadOnlyList<string> grams)
    {
        if (grams.Count == 0) return null;
        var telling = grams.Take(MostWeighed).Where(gram => !HasMore(database, gram, MostCommon)).Take(Together).ToList();
        var match = string.Join(' ', telling.Count > 0 ? telling : grams.Take(Together));
        return HasMore(database, match, MostCandidates) ? null : match;
    }

    private static bool HasMore(Database database, string match, int than)
    {
        using var row = database.Get("SELECT count(*) FROM (SELECT 1 FROM thing_text WHERE thing_text MATCH ?1 LIMIT ?2)").Bind(1, match).Bind(2, than + 1);
        return row.Step() && row.Integer(0) > than;
    }
}
