using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Voltloop.Core.Canonical;
using Voltloop.Core.Problems;
using Voltloop.Record.Importing;

namespace Voltloop.Passport.ImportPayload;

/// <summary>JSON text from files: UTF-8, or UTF-16 as found by its byte order mark or its zero bytes.</summary>
internal static class JsonText
{
    private const int PeekBytes = 64 * 1024;

    /// <summary>The text in UTF-8, without a byte order mark.</summary>
    /// <exception cref="ProblemException"><see cref="CommonProblems.MalformedInput"/> when the bytes are not in that encoding.</exception>
    public static ReadOnlyMemory<byte> ToUtf8(ReadOnlyMemory<byte> bytes)
    {
        var (encoding, mark) = Sniff(bytes.Span);
        if (encoding is null) return bytes[mark..];
        try
        {
            return Encoding.UTF8.GetBytes(encoding.GetString(bytes.Span[mark..]));
        }
        catch (DecoderFallbackException fault)
        {
            throw new ProblemException(CommonProblems.MalformedInput, $"The text is not valid {encoding.WebName}: {fault.Message}");
        }
    }

    /// <summary>Parses a document within <see cref="ImportLimits.MaxJsonDepth"/>.</summary>
    /// <exception cref="ProblemException">Named problem with line and column.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            CheckDepth(utf8.Span);
            if (!Utf8.IsValid(utf8.Span)) throw new ProblemException(CommonProblems.MalformedInput, "The text is not UTF-8.", null, "Save the file as UTF-8 and send it again.");
            var document = JsonDocument.Parse(utf8, new JsonDocumentOptions { MaxDepth = ImportLimits.MaxJsonDepth, AllowDuplicateProperties = false });
            // Halves of surrogate pairs can only be written as escapes.
            if (utf8.Span.IndexOf("\\u"u8) >= 0) StrictJson.Require(document.RootElement);
            return document;
        }
        catch (Exception fault) when (fault is InvalidOperationException || (fault is ProblemException named && named.Problem.Kind == CanonicalProblems.NotUnicode))
        {
            throw new ProblemException(new Problem(CommonProblems.MalformedInput, "The text holds half of a surrogate pair, which is no Unicode.", null, "Export the file again."), fault);
        }
        catch (JsonException fault)
        {
            var place = fault.LineNumber is { } line ? string.Create(CultureInfo.InvariantCulture, $"line {line + 1}, byte {fault.BytePositionInLine + 1}") : null;
            throw new ProblemException(CommonProblems.MalformedInput, "The text is not valid JSON: " + FirstSentence(fault.Message), place, Remedy(utf8));
        }
    }

    /// <summary>
    /// Names of the members of the root object, or of the objects in a root list, as far as the first 64 KiB show them; <c>null</c> when this is not a JSON
    /// object. A text nested too deep counts as one, so that the reader can name the limit.
    /// </summary>
    public static IReadOnlyList<string>? PeekMembers(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return Peek(ToUtf8(bytes[..Math.Min(bytes.Length, PeekBytes)]).Span);
        }
        catch (ProblemException)
        {
            return null;
        }
    }

    private static List<string>? Peek(ReadOnlySpan<byte> utf8)
    {
        var names = new List<string>();
        var depth = 1;
        var reader = Reader(utf8, isFinal: false);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.StartArray, CurrentDepth: 0 }) depth = 2;
                if (reader.TokenType == JsonTokenType.PropertyName && reader.CurrentDepth == depth) names.Add(reader.GetString()!);
            }
        }
        catch (Exception fault) when (fault is JsonException or InvalidOperationException)
        {
            // What was seen before the fault decides.
        }

        return names.Count > 0 ? names : null;
    }

    // Published samples with comments are common enough to say what is wrong with them.
    private static string? Remedy(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            var lenient = new JsonDocumentOptions { MaxDepth = ImportLimits.MaxJsonDepth, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
            using var document = JsonDocument.Parse(utf8, lenient);
            return "JSON has no comments and no comma before a closing bracket: take them out.";
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static void CheckDepth(ReadOnlySpan<byte> utf8)
    {
        var reader = Reader(utf8, isFinal: true);
        while (reader.Read())
        {
            if (reader.CurrentDepth < ImportLimits.MaxJsonDepth) continue;
            throw new ProblemException(
                CommonProblems.LimitExceeded,
                $"The JSON is nested deeper than {ImportLimits.MaxJsonDepth} levels (MaxJsonDepth).",
                string.Create(CultureInfo.InvariantCulture, $"byte {reader.TokenStartIndex}"));
        }
    }

    private static Utf8JsonReader Reader(ReadOnlySpan<byte> utf8, bool isFinal) =>
        new(utf8, isFinal, new JsonReaderState(new JsonReaderOptions { MaxDepth = int.MaxValue }));

    private static (Encoding? Encoding, int Mark) Sniff(ReadOnlySpan<byte> bytes) => bytes switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3),
        [0xFF, 0xFE, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [0xFE, 0xFF, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 2),
        [not 0, 0, ..] => (new UnicodeEncoding(bigEndian: false, byteOrderMark: false, throwOnInvalidBytes: true), 0),
        [0, not 0, ..] => (new UnicodeEncoding(bigEndian: true, byteOrderMark: false, throwOnInvalidBytes: true), 0),
        _ => (null, 0),
    };

    private static string FirstSentence(string message)
    {
        var end = message.IndexOf(" LineNumber", StringComparison.Ordinal);
        return end < 0 ? message : message[..end];
    }
}
