using System.Text.Json;

namespace Voltloop.Core.Canonical;

/// <summary>
/// The JSON Canonicalization Scheme, RFC 8785: one byte sequence per JSON value, whatever its spacing, order of members
/// and escapes were. Numbers are IEEE 754 doubles, so digits beyond their precision do not count.
/// </summary>
public static class CanonicalJson
{
    /// <summary>Canonical UTF-8 bytes of a value.</summary>
    /// <exception cref="Problems.ProblemException">Duplicate members, text that is not Unicode, a number out of range, or too deep.</exception>
    public static byte[] Of(JsonElement value)
    {
        var writer = new CanonicalWriter();
        writer.Value(value, 0);
        return writer.ToArray();
    }

    /// <summary>Canonical UTF-8 bytes of JSON text.</summary>
    /// <exception cref="Problems.ProblemException">As for a value, or the text is not JSON.</exception>
    public static byte[] Of(ReadOnlySpan<byte> utf8) => Of(StrictJson.Parse(utf8));
}
