using System.Numerics;
using System.Runtime.Intrinsics;
using System.Text;
using Voltloop.Health.ReadTables;

namespace Voltloop.Health.ReadCyclers;

/// <summary>The beginning of a file, looked at once for all formats.</summary>
internal sealed class CyclerGlance
{
    /// <summary>Lines looked at for a header: Novonix writes its whole protocol in front of it.</summary>
    public const int MaxLines = 400;

    private static readonly char[] Delimiters = ['\t', ';', ','];

    private readonly Lazy<IReadOnlyList<HeaderRow>> _headers;

    private CyclerGlance(ReadOnlyMemory<byte> bytes) => (Bytes, _headers) = (bytes, new Lazy<IReadOnlyList<HeaderRow>>(() => HeadersOf(bytes)));

    /// <summary>The whole file.</summary>
    public ReadOnlyMemory<byte> Bytes { get; }

    /// <summary>Lines that could be headers, in order; looked for when first asked, since binary formats have other marks.</summary>
    public IReadOnlyList<HeaderRow> Headers => _headers.Value;

    /// <summary>Looks at a file.</summary>
    public static CyclerGlance At(ReadOnlyMemory<byte> bytes) => new(bytes);

    /// <summary>The first line that a dialect takes for its header; <c>null</c> when there is none.</summary>
    public HeaderRow? Find(TextDialect dialect) => Headers.FirstOrDefault(header => dialect.Match(header.Keys));

    private static List<HeaderRow> HeadersOf(ReadOnlyMemory<byte> bytes)
    {
        var text = TextBytes.Glance(bytes).Span;
        var headers = new List<HeaderRow>();
        var at = 0;
        for (var line = 1; line <= MaxLines && at < text.Length; line++)
        {
            var end = text[at..].IndexOf((byte)'\n');
            var next = end < 0 ? text.Length : at + end + 1;
            if (Header(text[at..next], line, next) is { } header)
            {
                headers.Add(header);
            }

            at = next;
        }

        return headers;
    }

    // A header has words in most of its fields; rows of numbers are passed over before anything is split.
    private static HeaderRow? Header(ReadOnlySpan<byte> line, int number, int next)
    {
        line = line.TrimEnd("\r\n"u8);
        if (line.Length is < 5 or > TableLimits.MaxLineBytes || !HasMoreLettersThanDigits(line))
        {
            return null;
        }

        var text = Encoding.UTF8.GetString(line).Trim();
        text = text.Length > 1 && text[0] == '"' && text[^1] == '"' && text.AsSpan(1, text.Length - 2).IndexOf('"') < 0 ? text[1..^1] : text;
        var delimiter = Delimiters.MaxBy(mark => text.AsSpan().Count(mark));
        var names = text.Split(delimiter).Select(name => name.Trim().Trim('"').Trim()).ToArray();
        return names.Length is >= 3 and <= TableLimits.MaxColumns && names.Count(name => name.Any(char.IsLetter)) * 2 > names.Count(name => name.Length > 0)
            ? new HeaderRow(number, next, (byte)delimiter, names) : null;
    }

    private static bool HasMoreLettersThanDigits(ReadOnlySpan<byte> line)
    {
        var letters = 0;
        for (; line.Length >= Vector256<byte>.Count; line = line[Vector256<byte>.Count..])
        {
            var bytes = Vector256.Create(line);
            var digit = Vector256.LessThanOrEqual(bytes - Vector256.Create((byte)'0'), Vector256.Create((byte)9));
            var letter = Vector256.LessThanOrEqual((bytes | Vector256.Create((byte)0x20)) - Vector256.Create((byte)'a'), Vector256.Create((byte)25)) | Vector256.GreaterThan(bytes, Vector256.Create((byte)127));
            letters += BitOperations.PopCount(letter.ExtractMostSignificantBits()) - BitOperations.PopCount(digit.ExtractMostSignificantBits());
        }

        foreach (var one in line)
        {
            letters += char.IsAsciiDigit((char)one) ? -1 : char.IsAsciiLetter((char)one) || one > 127 ? 1 : 0;
        }

        return letters > 0;
    }
}
