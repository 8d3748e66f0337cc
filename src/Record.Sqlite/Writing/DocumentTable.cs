using Voltloop.Record.Documents;
using Voltloop.Record.Sqlite.Engine;

namespace Voltloop.Record.Sqlite.Writing;

/// <summary>Keeps documents in pieces, once per content.</summary>
internal sealed class DocumentTable(Database database)
{
    /// <summary>Bytes of a piece: 1 MiB.</summary>
    public const int PartBytes = 1024 * 1024;

    public void Keep(IReadOnlyList<DocumentContent> documents, string[] hashes, long recordedAt)
    {
        for (var i = 0; i < documents.Count; i++)
        {
            if (Add(documents[i], hashes[i], recordedAt) is { } id)
            {
                AddParts(id, documents[i].Bytes.Span);
            }
        }
    }

    private long? Add(DocumentContent document, string sha256, long recordedAt)
    {
        using var query = database.Get(
            "INSERT INTO document (sha256, name, media_type, size, recorded_at) VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING RETURNING id");
        query.Bind(1, sha256).Bind(2, document.Name).Bind(3, document.MediaType).Bind(4, document.Bytes.Length).Bind(5, recordedAt);
        return query.Step() ? query.Integer(0) : null;
    }

    private void AddParts(long document, ReadOnlySpan<byte> bytes)
    {
        for (var ordinal = 0; !bytes.IsEmpty; ordinal++)
        {
            var part = bytes[..Math.Min(PartBytes, bytes.Length)];
            database.Get("INSERT INTO document_part (document_id, ordinal, bytes) VALUES (?1, ?2, ?3)")
                .Bind(1, document).Bind(2, ordinal).Bind(3, part).Run();
            bytes = bytes[part.Length..];
        }
    }
}
