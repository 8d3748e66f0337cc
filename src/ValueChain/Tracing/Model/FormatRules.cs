using System.Buffers;

namespace Voltloop.Tracing.Model;

/// <summary>Forms of single values: addresses, units, offsets, vocabularies.</summary>
internal static class FormatRules
{
    private const string Cbv1 = "urn:epcglobal:cbv";
    private static readonly string[] CbvNames = ["https://ns.gs1.org/cbv/", "http://ns.gs1.org/cbv/"];
    private static readonly string[] WebNames = ["https://gs1.org/voc/", "http://gs1.org/voc/", "https://www.gs1.org/voc/", "http://www.gs1.org/voc/"];
    private static readonly SearchValues<char> InUri = SearchValues.Create("!#$%&'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[]_abcdefghijklmnopqrstuvwxyz~");

    /// <summary>An absolute URI (RFC 3986); compact forms such as <c>example:field</c> are of this form too.</summary>
    public static bool IsUri(ReadOnlySpan<char> text)
    {
        var colon = text.IndexOf(':');
        if (colon <= 0 || colon == text.Length - 1 || !char.IsAsciiLetter(text[0]) || !IsScheme(text[..colon])) return false;
        return text.IndexOfAnyExcept(InUri) < 0 && text.Count('#') <= 1 && HasGoodPercents(text) && HasGoodBrackets(text);
    }

    /// <summary>A word of one's own: a URI that is not one of CBV's.</summary>
    public static bool IsOwnWord(string text) =>
        IsUri(text) && !text.StartsWith(Cbv1, StringComparison.Ordinal) && !Array.Exists(CbvNames, name => text.StartsWith(name, StringComparison.Ordinal));

    /// <summary>Whether an address is written out although the standard has a bare word for it.</summary>
    public static bool IsInWebVocabulary(string text) => Array.Exists(WebNames, name => text.StartsWith(name, StringComparison.Ordinal));

    /// <summary>UN/ECE Recommendation 20 codes have two or three capitals or digits.</summary>
    public static bool IsUnit(string text) => text.Length is 2 or 3 && !text.AsSpan().ContainsAnyExcept(Capitals);

    /// <summary>An offset between -14:00 and +14:00.</summary>
    public static bool IsOffset(string text)
    {
        if (text.Length != 6 || text[0] is not ('+' or '-') || text[3] != ':') return false;
        if (!char.IsAsciiDigit(text[1]) || !char.IsAsciiDigit(text[2]) || !char.IsAsciiDigit(text[4]) || !char.IsAsciiDigit(text[5])) return false;
        var (hours, tens) = (((text[1] - '0') * 10) + text[2] - '0', text[4] - '0');
        return hours < 14 ? tens < 6 : hours == 14 && text[4] == '0' && text[5] == '0';
    }

    private static readonly SearchValues<char> Capitals = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789");

    private static bool IsScheme(ReadOnlySpan<char> scheme)
    {
        foreach (var c in scheme)
        {
            if (!char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.' or '_')) return false;
        }

        return true;
    }

    private static bool HasGoodPercents(ReadOnlySpan<char> text)
    {
        for (var at = text.IndexOf('%'); at >= 0;)
        {
            if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2])) return false;
            var next = text[(at + 1)..].IndexOf('%');
            at = next < 0 ? -1 : at + 1 + next;
        }

        return true;
    }

    // Brackets stand around an IPv6 address only.
    private static bool HasGoodBrackets(ReadOnlySpan<char> text) => text.IndexOfAny('[', ']') < 0 || text.IndexOf("://[", StringComparison.Ordinal) > 0;
}
