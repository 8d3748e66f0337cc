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

    /// <summary>Most trigrams that are looked up; the end of an identifier tells more things apart than its beginning.</summary>
    private const int MostTrigrams = 8;

    private const int Gram = 3;

    /// <summary>Chooses the way.</summary>
    public static ThingSearch Plan(Database database, string text, bool isStart)
    {
        var start = SearchText.AtStart(text);
        var wanted = isStart ? start : SearchText.Anywhere(text);
        var match = Trigrams(wanted);
        return new ThingSearch(wanted, isStart, start, match is not null && IsRare(database, match) ? match : null);
    }

    // Each as a quoted string of its own: without positions the index cannot tell whether they follow each other.
    private static string? Trigrams(string text)
    {
        var letters = text.EnumerateRunes().Select(rune => rune.ToString()).ToArray();
        var grams = Enumerable.Range(0, Math.Max(0, letters.Length - Gram + 1)).Select(at => string.Concat(letters[at..(at + Gram)]))
            .Reverse().Distinct(StringComparer.Ordinal).Take(MostTrigrams).ToList();
        return grams.Count == 0 ? null : string.Join(' ', grams.Select(gram => $"\"{gram.Replace("\"", "\"\"", StringComparison.Ordinal)}\""));
    }

    private static bool IsRare(Database database, string match)
    {
        using var row = database.Get("SELECT count(*) FROM (SELECT 1 FROM thing_text WHERE thing_text MATCH ?1 LIMIT ?2)").Bind(1, match).Bind(2, MostCandidates + 1);
        return row.Step() && row.Integer(0) <= MostCandidates;
    }
}
