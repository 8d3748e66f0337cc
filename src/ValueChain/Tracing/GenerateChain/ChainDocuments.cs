using System.Text;

namespace Voltloop.Tracing.GenerateChain;

/// <summary>Packs events into EPCIS documents, one event a line, none larger than asked.</summary>
internal static class ChainDocuments
{
    /// <summary>Events of a document, unless told otherwise.</summary>
    public const int UsualEvents = 5_000;

    /// <summary>Bytes after which a document is closed: well below what a capture takes.</summary>
    public const int ClosedAt = 16 * 1024 * 1024;

    private static readonly byte[] Head = Encoding.UTF8.GetBytes("""{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld",{"voltloop":"urn:voltloop:vocab:"}],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-09-01T00:00:00Z","epcisBody":{"eventList":[""" + "\n");
    private static readonly byte[] Tail = "\n]}}\n"u8.ToArray();

    /// <summary>The documents, one after another; each holds at most <paramref name="most"/> events.</summary>
    public static IEnumerable<byte[]> Of(IEnumerable<byte[]> events, int most = UsualEvents)
    {
        var (document, held) = (new MemoryStream(), 0);
        foreach (var one in events)
        {
            document.Write(held == 0 ? Head : ",\n"u8);
            document.Write(one);
            if (++held < most && document.Length < ClosedAt) continue;
            yield return Closed(document);
            (document, held) = (new MemoryStream(), 0);
        }

        if (held > 0) yield return Closed(document);
    }

    private static byte[] Closed(MemoryStream document)
    {
        document.Write(Tail);
        return document.ToArray();
    }
}
