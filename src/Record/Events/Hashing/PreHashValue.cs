using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;
using Voltloop.Core.Identities;

namespace Voltloop.Record.Events.Hashing;

/// <summary>Writes single values in their canonical form.</summary>
internal static class PreHashValue
{
    private const int MaxExponent = 400;

    /// <summary>The text of a JSON scalar, trimmed; empty for null.</summary>
    public static string Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!.Trim(),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => "",
    };

    /// <summary>Canonical form: bare words and compact URIs written out, numbers without needless zeros, identifiers as Digital Links.</summary>
    public static string Canonical(string text, EventNamespaces names, string? words = null)
    {
        if (text.Length == 0) return text;
        if (words is not null && text.AsSpan().IndexOfAny(':', '/') < 0) return words + text;
        var written = Vocabulary(names.ExpandValue(text));
        return Number(written) ?? ConstrainedLink.Of(written) ?? written;
    }

    /// <summary>A moment in UTC with milliseconds, rounded half up; what is no moment stays as it is.</summary>
    public static string Time(string text) =>
        EventTime.TryParse(text, out var time) ? time.ToMilliseconds() : text;

    private static string Vocabulary(string text) => !text.StartsWith("urn:epcglobal:cbv:", StringComparison.Ordinal) ? text : text
        .Replace("urn:epcglobal:cbv:bizstep:", "https://ref.gs1.org/cbv/BizStep-", StringComparison.Ordinal)
        .Replace("urn:epcglobal:cbv:disp:", "https://ref.gs1.org/cbv/Disp-", StringComparison.Ordinal)
        .Replace("urn:epcglobal:cbv:btt:", "https://ref.gs1.org/cbv/BTT-", StringComparison.Ordinal)
        .Replace("urn:epcglobal:cbv:sdt:", "https://ref.gs1.org/cbv/SDT-", StringComparison.Ordinal)
        .Replace("urn:epcglobal:cbv:er:", "https://ref.gs1.org/cbv/ER-", StringComparison.Ordinal);

    /// <summary>A decimal number without exponent, leading plus and needless zeros, all digits kept; <c>null</c> for other texts.</summary>
    public static string? Number(string text)
    {
        if (text.Length == 0 || !(char.IsAsciiDigit(text[0]) || text[0] is '+' or '-' or '.') || !Split(text, out var digits, out var scale)) return null;
        var sign = text[0] == '-' && digits.AsSpan().ContainsAnyExcept('0') ? "-" : "";
        return sign + Place(digits, scale);
    }

    // Digits without the point, and how many of them stand behind it.
    private static bool Split(string text, out string digits, out int scale)
    {
        (digits, scale) = ("", 0);
        var e = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = text.AsSpan(text[0] is '+' or '-' ? 1 : 0, (e < 0 ? text.Length : e) - (text[0] is '+' or '-' ? 1 : 0));
        var exponent = 0;
        if (e >= 0 && !(int.TryParse(text.AsSpan(e + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent) && Math.Abs(exponent) <= MaxExponent)) return false;
        var point = mantissa.IndexOf('.');
        digits = point < 0 ? mantissa.ToString() : string.Concat(mantissa[..point], mantissa[(point + 1)..]);
        scale = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        return digits.Length > 0 && !digits.AsSpan().ContainsAnyExceptInRange('0', '9');
    }

    private static string Place(string digits, int scale)
    {
        if (scale <= 0) return Whole(digits + new string('0', -scale));
        var padded = digits.PadLeft(scale + 1, '0');
        var fraction = padded[^scale..].TrimEnd('0');
        var whole = Whole(padded[..^scale]);
        return fraction.Length == 0 ? whole : $"{whole}.{fraction}";
    }

    private static string Whole(string digits) => digits.TrimStart('0') is { Length: > 0 } kept ? kept : "0";
}
