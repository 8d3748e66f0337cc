namespace Voltloop.Record.Sqlite.Engine;

/// <summary>Folds what people search by to one text: each part begins after a line break, in upper case.</summary>
internal static class SearchText
{
    private const char Start = '\n';

    public static string Of(string uri, string label, IReadOnlyList<string> aliases) =>
        string.Concat(new[] { uri, label }.Concat(aliases).Select(AtStart));

    /// <summary>The folded text, wherever it stands.</summary>
    public static string Anywhere(string text) => text.Replace(Start, ' ').ToUpperInvariant();

    /// <summary>The folded text at the start of a part.</summary>
    public static string AtStart(string text) => Start + Anywhere(text);
}
