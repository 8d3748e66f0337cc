using System.Text;

namespace Voltloop.Core.Identities;

/// <summary>Percent-encoding after RFC 3986, section 2.1.</summary>
internal static class PercentCode
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Decodes ASCII text to UTF-8; a query may write a space as plus.</summary>
    public static bool TryDecode(string text, bool plusIsSpace, out string decoded, out string reason)
    {
        (decoded, reason) = (text, "");
        if (!text.Contains('%', StringComparison.Ordinal) && !(plusIsSpace && text.Contains('+', StringComparison.Ordinal))) return true;

        var bytes = new List<byte>(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%' && char.IsAscii(text[i]))
            {
                bytes.Add((byte)(plusIsSpace && text[i] == '+' ? ' ' : text[i]));
                continue;
            }

            if (!TryReadByte(text, i, out var value, out reason)) return false;
            bytes.Add(value);
            i += 2;
        }

        return TryReadUtf8([.. bytes], out decoded, out reason);
    }

    /// <summary>Two equivalent spellings become one: unreserved characters plain, all other triplets in upper case.</summary>
    public static bool TryNormalise(string text, out string normal)
    {
        var result = new StringBuilder(text.Length);
        normal = "";
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '%')
            {
                result.Append(char.IsAscii(text[i]) ? text[i].ToString() : EncodeRune(text, ref i));
                continue;
            }

            if (!TryReadByte(text, i, out var value, out _)) return false;
            result.Append(Triplet(value));
            i += 2;
        }

        normal = result.ToString();
        return true;
    }

    /// <summary>Encodes everything but the unreserved characters and those named.</summary>
    public static string Encode(string text, string keep = "")
    {
        if (text.All(c => IsUnreserved(c) || keep.Contains(c, StringComparison.Ordinal))) return text;
        var result = new StringBuilder(text.Length);
        foreach (var value in Encoding.UTF8.GetBytes(text))
        {
            if (IsUnreserved((char)value) || keep.Contains((char)value, StringComparison.Ordinal)) result.Append((char)value);
            else result.Append('%').Append(Convert.ToHexString([value]));
        }

        return result.ToString();
    }

    private static bool IsUnreserved(char c) => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or '~';

    private static string Triplet(byte value) =>
        IsUnreserved((char)value) ? ((char)value).ToString() : "%" + Convert.ToHexString([value]);

    private static string EncodeRune(string text, ref int at)
    {
        var length = char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]) ? 2 : 1;
        var encoded = Encode(text.Substring(at, length));
        at += length - 1;
        return encoded;
    }

    private static bool TryReadByte(string text, int at, out byte value, out string reason)
    {
        value = 0;
        reason = "";
        if (text[at] != '%') reason = $"'{text[at]}' is not percent-encoded";
        else if (at + 2 >= text.Length || !char.IsAsciiHexDigit(text[at + 1]) || !char.IsAsciiHexDigit(text[at + 2]))
            reason = "a percent sign is not followed by two hexadecimal digits";
        else if ((value = Convert.FromHexString(text.AsSpan(at + 1, 2))[0]) == 0)
            reason = "it contains the character NUL";
        return reason.Length == 0;
    }

    private static bool TryReadUtf8(byte[] bytes, out string decoded, out string reason)
    {
        try
        {
            decoded = Strict.GetString(bytes);
            reason = "";
            return true;
        }
        catch (DecoderFallbackException)
        {
            decoded = "";
            reason = "its percent-encoding is not UTF-8";
            return false;
        }
    }
}
