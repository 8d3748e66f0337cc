using System.Text;
using System.Text.Unicode;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers.Text;

/// <summary>Makes UTF-8 of what cyclers write: byte order marks, UTF-16, Latin-1, padding of fixed-width headers.</summary>
internal static class CyclerTextBytes
{
    private static ReadOnlySpan<byte> Padding => [0x00, 0x02, 0x03, 0x04, 0xFF];

    /// <summary>The text as UTF-8; <c>null</c>, with an error in the log, when it is not text.</summary>
    public static ReadOnlyMemory<byte>? Decode(ReadOnlyMemory<byte> bytes, RepairReport repairs, FindingLog log)
    {
        var span = bytes.Span;
        if (span is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || Utf8.IsValid(span))
        {
            return TextBytes.Decode(bytes, log);
        }

        var control = span.Count((byte)0);
        if (control * 100 > span.Length)
        {
            log.Error("binary-content", $"{control} bytes are zero: this is a binary file, not a table of text.", 1);
            return null;
        }

        var padded = bytes.ToArray();
        var replaced = Blank(padded);
        repairs.Mend("encoding", "file", replaced == 0
            ? "not UTF-8: read as Latin-1" : $"not UTF-8: read as Latin-1, {replaced} bytes of padding taken as spaces", 0);
        return Encoding.UTF8.GetBytes(Encoding.Latin1.GetString(padded));
    }

    private static int Blank(Span<byte> text)
    {
        var count = 0;
        for (var at = text.IndexOfAny(Padding); at >= 0; count++)
        {
            text[at] = (byte)' ';
            var next = text[at..].IndexOfAny(Padding);
            at = next < 0 ? -1 : at + next;
        }

        return count;
    }
}
