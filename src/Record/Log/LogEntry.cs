namespace Voltloop.Record.Log;

/// <summary>
/// The leaf of an assertion in the log, version 1: number, issuer, moment, number of statements, their Merkle root, and who
/// signed. Statement n has the index n - 1 in the log.
/// </summary>
/// <param name="Number">Number of the assertion, from 1.</param>
/// <param name="Issuer">Who claims the facts.</param>
/// <param name="RecordedAt">When the record took it, in the record's microseconds.</param>
/// <param name="Count">Statements in it.</param>
/// <param name="Root">RFC 6962 tree hash over them, 32 bytes.</param>
/// <param name="Signature">The signature; <c>null</c> for what was written before assertions were signed.</param>
public sealed record LogEntry(long Number, string Issuer, long RecordedAt, uint Count, byte[] Root, AssertionSignature? Signature)
{
    private const byte Version = 1;
    private const string Domain = "voltloop/assertion/1";

    /// <summary>Index of the leaf.</summary>
    public ulong Index => (ulong)(Number - 1);

    /// <summary>
    /// What the actor signs: a name for this use, key, moment, issuer, count and root. Number and moment of recording are
    /// given by the record afterwards; the log's checkpoint answers for those.
    /// </summary>
    public static byte[] SignedBytes(string issuer, ReadOnlySpan<byte> root, uint count, (string KeyId, long SignedAt) by)
    {
        var buffer = new CanonicalBuffer();
        buffer.Add(Domain);
        buffer.Add(by.KeyId);
        buffer.Add(by.SignedAt);
        buffer.Add(issuer);
        buffer.Add(count);
        buffer.Add(root);
        return buffer.Written.ToArray();
    }

    /// <summary>What the signature of this entry is over; <c>null</c> when nobody signed.</summary>
    public byte[]? SignedBytes() => Signature is { } by ? SignedBytes(Issuer, Root, Count, (by.KeyId, by.SignedAt)) : null;

    /// <summary>The bytes of the leaf.</summary>
    public byte[] ToBytes()
    {
        var buffer = new CanonicalBuffer();
        Write(buffer);
        return buffer.Written.ToArray();
    }

    /// <summary>Hash of the leaf, 32 bytes.</summary>
    public void HashTo(Span<byte> hash, CanonicalBuffer buffer)
    {
        buffer.Clear();
        buffer.Add((byte)0);
        Write(buffer);
        MerkleTree.HashLeaf(buffer.Written, hash);
    }

    /// <summary>The entry of a leaf's bytes.</summary>
    /// <exception cref="Core.Problems.ProblemException">Not such bytes.</exception>
    public static LogEntry Read(ReadOnlySpan<byte> bytes)
    {
        var reader = new CanonicalReader(bytes);
        reader.Expect(reader.Byte() == Version);
        var (number, issuer, recordedAt) = (reader.Long(), reader.Text() ?? "", reader.Long());
        var (count, root, isSigned) = (reader.UInt(), reader.Bytes(MerkleTree.HashBytes), reader.Byte());
        reader.Expect(isSigned <= 1);
        var signature = isSigned == 0
            ? null
            : new AssertionSignature(reader.Text() ?? "", reader.Long(), reader.Bytes(AssertionSignature.Length));
        reader.Expect(reader.IsAtEnd && number > 0);
        return new LogEntry(number, issuer, recordedAt, count, root, signature);
    }

    private void Write(CanonicalBuffer buffer)
    {
        buffer.Add(Version);
        buffer.Add(Number);
        buffer.Add(Issuer);
        buffer.Add(RecordedAt);
        buffer.Add(Count);
        buffer.Add(Root);
        buffer.Add(Signature is null ? (byte)0 : (byte)1);
        if (Signature is { } by)
        {
            buffer.Add(by.KeyId);
            buffer.Add(by.SignedAt);
            buffer.Add(by.Bytes);
        }
    }
}
