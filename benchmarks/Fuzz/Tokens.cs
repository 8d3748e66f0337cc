using System.Buffers.Binary;

namespace Voltloop.Bench.Fuzz;

/// <summary>Pieces that parsers stumble over.</summary>
internal static class Tokens
{
    /// <summary>Numbers at boundaries, as text.</summary>
    public static readonly IReadOnlyList<string> Numbers =
    [
        "0", "-0", "1", "-1", "7", "127", "128", "255", "256", "32767", "32768", "65535", "65536", "2147483647", "-2147483648", "2147483648", "4294967295", "4294967296",
        "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551615", "18446744073709551616", "79228162514264337593543950335", "1e308", "-1e308", "1e309", "1e-320", "1e999999999",
        "0.1", "-0.0", "NaN", "Infinity", "-Infinity", "1,5", "0x10", "1e28", "1e29", "99999999999999999999999999999999999999", "253402300799", "253402300800", "-62135596800", "-62135596801", "60", "24", "13", "31", "366",
    ];

    /// <summary>Words and marks.</summary>
    public static readonly IReadOnlyList<string> Text =
    [
        .. Numbers, "null", "true", "false", "{}", "[]", "\"\"", "[null]", "{\"\":null}", "\"a\"", "[[]]", "[{}]", "\\u0000", "\\ud800", "\\udc00\\ud800", "\u0000", "\uFEFF", "\u2028", "é", "😀", "\t", "\r\n", "\n\n", "\r", " ", "", "\"", "\"\"\"", "'", "\\",
        "%00", "%", "%zz", "%F0%9F", "../", "//", "?", "#", "&", "=", ";", ",", ",,,,", ":", "::", "|", "-", "--", "+", "*", "/*", "<!--", "-->", "<![CDATA[", "]]>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#0;", "&#x110000;", "<a/>", "<a>", "</a>", "xmlns=\"\"", "xmlns:a=\"b\"",
        "2027-02-18T12:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2027-02-30", "2027-W01", "24:00:00", "P1D", "-P9999999Y", "PT1e9S", "@context", "@type", "@id", "type", "id", "$", "$..*", "[?(@.a)]", "~", "~0", "~1", "/", ".", "..", "__proto__", "http://a", "https://id.example/01/09520123456788/21/1", "urn:epc:id:sgtin:", "did:web:a", "did:key:z", "=1+1", "R0-p(R1,", "p(", "((", "))", "base64", "AAAA", "AAA=", "====", "— ", "_sd", "...", "sha-256",
    ];

    /// <summary>Numbers at boundaries, in both orders of bytes.</summary>
    public static readonly IReadOnlyList<byte[]> Binary =
    [
        [0], [0xFF], [0x7F], [0x80], [0xFF, 0xFF], [0, 0], [0xFF, 0x7F], [0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x80, 0x01], [0xFF, 0xFF, 0xFF, 0xFF, 0x0F], [0x1F, 0x8B, 0x08], [0xED, 0xA0, 0x80], [0xC0, 0x80], [0xEF, 0xBB, 0xBF], [0xFE, 0xFF], [0xFF, 0xFE], [.. "PK\u0003\u0004"u8],
        .. Whole(int.MaxValue), .. Whole(int.MinValue), .. Whole(-1), .. Whole(0x00010000), .. Whole(0x10000000), .. Real(double.NaN), .. Real(double.PositiveInfinity), .. Real(double.MaxValue), .. Real(1e-320),
    ];

    /// <summary>What nests.</summary>
    public static readonly IReadOnlyList<(string Open, string Close)> Nests = [("[", "]"), ("{\"a\":", "}"), ("<a>", "</a>"), ("(", ")"), ("p(R1,", ")"), ("[{\"value\":", "}]"), ("{\"elements\":[", "]}")];

    private static byte[][] Whole(int value)
    {
        var (little, big) = (new byte[4], new byte[4]);
        BinaryPrimitives.WriteInt32LittleEndian(little, value);
        BinaryPrimitives.WriteInt32BigEndian(big, value);
        return [little, big, [.. little, .. little]];
    }

    private static byte[][] Real(double value)
    {
        var bytes = new byte[8];
        BinaryPrimitives.WriteDoubleLittleEndian(bytes, value);
        return [bytes, BitConverter.GetBytes((float)value)];
    }
}
