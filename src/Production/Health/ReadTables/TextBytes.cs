using System.Text;
using System.Text.Unicode;

namespace Voltloop.Health.ReadTables;

/// <summary>Makes sure that bytes are UTF-8 text before anything is read from them.</summary>
internal static class TextBytes
{
    private static ReadOnlySpan<byte> Utf8Mark => [0xEF, 0xBB, 0xBF];

    /// <summary>The text as UTF-8 without a byte order mark; <c>null</c>, with an error in the log, when it is not text.</summary>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> bytes, FindingLog log)
    {
        if (bytes.IsEmpty)
        {
            log.Error("empty-file", "The file has no bytes.");
            return null;
        }

        if (TryReadUtf16(bytes.Span) is { } transcoded)
        {
            log.Note("transcoded-utf16", "The file is UTF-16 with a byte order mark; it was read as such.");
            return transcoded;
        }

        var text = bytes.Span.StartsWith(Utf8Mark) ? bytes[3..] : bytes;
        return IsText(text.Span, log) ? text : null;
    }

    /// <summary>The beginning of a file in a form that a header can be looked for in, whatever its encoding. Never fails.</summary>
    public static ReadOnlyMemory<byte> Glance(ReadOnlyMemory<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, TableLimits.RecognitionBytes)];
        if (TryReadUtf16(head.Span) is { } transcoded)
        {
            return transcoded;
        }

        var text = head.Span.StartsWith(Utf8Mark) ? head[3..] : head;
        return IsUtf16(text.Span) ? text.ToArray().Where(b => b != 0).ToArray() : text;
    }

    private static byte[]? TryReadUtf16(ReadOnlySpan<byte> bytes)
    {
        Encoding? encoding = bytes switch
        {
            [0xFF, 0xFE, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        return encoding is null ? null : Encoding.UTF8.GetBytes(encoding.GetString(bytes[2..]));
    }

    private static bool IsText(ReadOnlySpan<byte> text, FindingLog log)
    {
        var zero = text.IndexOf((byte)0);
        if (zero >= 0 && IsUtf16(text))
        {
            log.Error("utf16-without-bom", "The file looks like UTF-16 without a byte order mark. Save it as UTF-8.", 1);
        }
        else if (zero >= 0)
        {
            log.Error("binary-content", $"Byte {zero} is zero: this is a binary file, not a table of text.", LineOf(text, zero));
        }
        else if (!Utf8.IsValid(text))
        {
            var at = FirstInvalid(text);
            log.Error("not-utf8", $"Byte 0x{text[at]:X2} at {at} is not UTF-8 (Latin-1?). Save the file as UTF-8.", LineOf(text, at));
        }

        return !log.HasErrors;
    }

    // Latin letters in UTF-16 have a zero in every second byte.
    private static bool IsUtf16(ReadOnlySpan<byte> text)
    {
        var head = text[..Math.Min(text.Length, 256)];
        return head.Count((byte)0) * 5 >= head.Length * 2;
    }

    private static int FirstInvalid(ReadOnlySpan<byte> text)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(text[at..], out _, out var used) == System.Buffers.OperationStatus.Done)
        {
            at += used;
        }

        return at;
    }

    private static long LineOf(ReadOnlySpan<byte> text, int at) => text[..at].Count((byte)'\n') + 1;
}
