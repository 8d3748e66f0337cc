using System.Buffers.Binary;
using System.Security.Cryptography;
using Voltloop.Record.Statements;

namespace Voltloop.Record.Log;

/// <summary>
/// The leaf of a statement in its assertion: SHA-256 of 0x00, 16 bytes of salt and the canonical statement. Without the
/// salt, a reader who may not see a value could guess it from the hashes in the proof of another one.
/// </summary>
public static class StatementLeaf
{
    /// <summary>Bytes of an assertion's secret, from which the salts of its statements are derived.</summary>
    public const int SecretBytes = 32;

    /// <summary>Bytes of a statement's salt.</summary>
    public const int SaltBytes = 16;

    /// <summary>Salt of a statement: the beginning of SHA-256 over secret and place. No other salt follows from it.</summary>
    /// <param name="secret">32 bytes; empty for assertions of before salts, whose statements have none.</param>
    /// <param name="ordinal">Place in the assertion, from 0.</param>
    public static byte[] Salt(ReadOnlySpan<byte> secret, int ordinal)
    {
        if (secret.IsEmpty)
        {
            return [];
        }

        Span<byte> input = stackalloc byte[SecretBytes + sizeof(int)];
        secret.CopyTo(input);
        BinaryPrimitives.WriteInt32BigEndian(input[SecretBytes..], ordinal);
        return SHA256.HashData(input)[..SaltBytes];
    }

    /// <summary>Hashes a statement and returns where the bytes of its evidence begin in the buffer.</summary>
    /// <param name="statement">The statement.</param>
    /// <param name="salt">16 bytes, or none.</param>
    /// <param name="buffer">Used anew.</param>
    /// <param name="hash">32 bytes.</param>
    public static int Hash(Statement statement, ReadOnlySpan<byte> salt, CanonicalBuffer buffer, Span<byte> hash)
    {
        buffer.Clear();
        buffer.Add((byte)0);
        buffer.Add(salt);
        var evidence = CanonicalStatement.Write(statement, buffer);
        MerkleTree.HashLeaf(buffer.Written, hash);
        return evidence;
    }
}
