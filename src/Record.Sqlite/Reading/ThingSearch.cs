using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Reading;

/// <summary>
/// How a text is looked for. When few things can have it, they are taken from the index of trigrams and sorted; when many
/// have it, things are read in order until a page is full, which is then near. Either way the folded text decides.
/// </summary>
/// <param name="Text">Folded text that must be in a thing's search text.</param>
/// <param name="IsStart">True when a part must begin with it, false when no part may; <c>null</c> for both, those that begin with it first.</param>
/// <param name="Start">The folded text at the start of a part.</param>
/// <param name="Match">Trigrams for the index; <c>null</c> to read in order.</param>
internal sealed record ThingSearch(string Text, bool? IsStart, string Start, string? Match)
{
    /// <summary>Most candidates that are worth looking at and sorting: about 5 ms.</summary>
    private const int MostCandidates = 20_000;

    /// <summary>Things looked at to estimate how many have a trigram.</summary>
    private const int Sample = 200;

    /// <summary>Most trigrams that are weighed; the end of an identifier tells more things apart than its beginning.</summary>
    private const int MostWeighed = 16;

    /// <summary>Trigrams that are looked up together.</summary>
    private const int Together = 3;

    private const int Gram = 3;

    /// <summary>Chooses the way: few candidates are looked at once; else what begins with the text is looked for before what only contains it.</summary>
    public static ThingSearch[] Plan(Database database, string text)
    {
        var (anywhere, start) = (SearchText.Anywhere(text), SearchText.AtStart(text));
        if (Rare(database, [.. Trigrams(anywhere).Reverse()]) is { } match) return [new ThingSearch(anywhere, null, start, match)];
        // A text in the middle of very many may still begin few.
        return [new ThingSearch(start, true, start, Rare(database, [.. Trigrams(start).Take(Together)])), new ThingSearch(anywhere, false, start, null)];
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
        var things = database.Integer("SELECT max(id) FROM thing");
        var match = string.Join(' ', grams.Take(MostWeighed).OrderBy(gram => Estimate(database, gram, things)).Take(Together));
        return HasMore(database, match, MostCandidates) ? null : match;
    }

    // The index gives things in the order of their numbers: how far the first few reach tells how dense they lie.
    private static double Estimate(Database database, string gram, long things)
    {
        using var row = database.Get("SELECT count(*), max(rowid) FROM (SELECT rowid FROM thing_text WHERE thing_text MATCH ?1 LIMIT ?2)").Bind(1, gram).Bind(2, Sample);
        return !row.Step() || row.Integer(0) < Sample ? row.Integer(0) : (double)Sample * things / row.Integer(1);
    }

    private static bool HasMore(Database database, string match, int than)
    {
        using var row = database.Get("SELECT count(*) FROM (SELECT 1 FROM thing_text WHERE thing_text MATCH ?1 LIMIT ?2)").Bind(1, match).Bind(2, than + 1);
        return row.Step() && row.Integer(0) > than;
    }
}
