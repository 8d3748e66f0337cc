using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs.Credentials;
using Voltloop.Record.Proofs.Keys;

namespace Voltloop.Record.Replication;

/// <summary>Pages as signed bytes, version 1; numbers and texts as in <see cref="CanonicalBuffer"/>. README.md has the table.</summary>
public static class ChangePageCodec
{
    private const string Use = "voltloop/changes/1";

    /// <summary>Signs a page.</summary>
    public static byte[] Seal(ChangePage page, IssuerKey by)
    {
        var buffer = new CanonicalBuffer();
        Write(buffer, page.From);
        Write(buffer, page.To);
        Write(buffer, page.Head);
        buffer.Add(RecordTime.ToMicroseconds(page.MadeAt));
        buffer.Add(page.Checkpoint);
        buffer.Add(page.Held);
        WriteAll(buffer, page.Things, PartCodec.Write);
        WriteAll(buffer, page.Documents, PartCodec.Write);
        WriteAll(buffer, page.Series, PartCodec.Write);
        WriteAll(buffer, page.Accounts, AccessCodec.Write);
        WriteAll(buffer, page.ApiKeys, AccessCodec.Write);
        WriteAll(buffer, page.Keys, PartCodec.Write);
        WriteAll(buffer, page.Assertions, PartCodec.Write);
        return SignedBody.Seal(Use, buffer.Written, by);
    }

    /// <summary>Reads a page after verifying who signed it.</summary>
    /// <param name="bytes">The signed bytes.</param>
    /// <param name="keys">Finds the key of an identifier among those of the node that is followed.</param>
    /// <exception cref="ProblemException">Damaged on the way, or signed by somebody else.</exception>
    public static ChangePage Open(ReadOnlySpan<byte> bytes, Func<string, P256PublicKey?> keys)
    {
        var reader = new CanonicalReader(SignedBody.Open(Use, bytes, keys));
        var page = new ChangePage(ReadCursor(ref reader), ReadCursor(ref reader), ReadCursor(ref reader))
        {
            MadeAt = reader.Moment(),
            Checkpoint = reader.Text(),
            Held = reader.Text(),
            Things = ReadAll(ref reader, PartCodec.ReadThing),
            Documents = ReadAll(ref reader, PartCodec.ReadDocument),
            Series = ReadAll(ref reader, PartCodec.ReadSeries),
            Accounts = ReadAll(ref reader, AccessCodec.ReadAccount),
            ApiKeys = ReadAll(ref reader, AccessCodec.ReadKey),
            Keys = ReadAll(ref reader, PartCodec.ReadKey),
            Assertions = ReadAll(ref reader, PartCodec.ReadAssertion),
        };
        reader.Expect(reader.IsAtEnd);
        return page;
    }

    private delegate T Reading<out T>(ref CanonicalReader reader);

    private static void Write(CanonicalBuffer buffer, ChangeCursor cursor)
    {
        buffer.Add(cursor.Things);
        buffer.Add(cursor.Revisions);
        buffer.Add(cursor.Documents);
        buffer.Add(cursor.Assertions);
    }

    private static ChangeCursor ReadCursor(ref CanonicalReader reader) => new(reader.Long(), reader.Long(), reader.Long(), reader.Long());

    private static void WriteAll<T>(CanonicalBuffer buffer, IReadOnlyList<T> all, Action<CanonicalBuffer, T> write)
    {
        buffer.Add((uint)all.Count);
        foreach (var one in all)
        {
            write(buffer, one);
        }
    }

    private static List<T> ReadAll<T>(ref CanonicalReader reader, Reading<T> read)
    {
        var all = new List<T>();
        for (var count = reader.UInt(); count > 0; count--)
        {
            all.Add(read(ref reader));
        }

        return all;
    }
}
