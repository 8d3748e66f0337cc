using System.Buffers;
using System.Text;
using System.Text.Json;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Which statements name which document: a text anywhere in the value that ends in a SHA-256 in lower-case hexadecimal.</summary>
internal sealed class DocumentReferenceTable(Database database)
{
    private const int HashDigits = 64;
    private static readonly SearchValues<byte> Digits = SearchValues.Create("0123456789abcdef"u8);

    /// <summary>Notes the documents that a value names; shorter values are skipped unread, so that numbers cost nothing.</summary>
    public void Note(string json, (long Thing, long Seq, long Ordinal) at)
    {
        if (json.Length < HashDigits + 2)
        {
            return;
        }

        foreach (var sha256 in In(json))
        {
            database.Get("INSERT OR IGNORE INTO document_reference (sha256, thing_id, seq, ordinal) VALUES (?1, ?2, ?3, ?4)")
                .Bind(1, sha256).Bind(2, at.Thing).Bind(3, at.Seq).Bind(4, at.Ordinal).Run();
        }
    }

    private static List<string> In(string json)
    {
        var found = new List<string>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { MaxDepth = int.MaxValue });
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.String && reader.GetString() is { Length: >= HashDigits } text && IsHash(text.AsSpan(text.Length - HashDigits)))
            {
                found.Add(text[^HashDigits..]);
            }
        }

        return found;
    }

    private static bool IsHash(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[HashDigits];
        return Encoding.ASCII.TryGetBytes(text, bytes, out var written) && written == HashDigits && !bytes.ContainsAnyExcept(Digits);
    }
}
