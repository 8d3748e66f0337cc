using System.Security.Cryptography;

namespace Voltloop.Record.Log;

/// <summary>The Merkle tree hash of RFC 6962, section 2.1, over SHA-256.</summary>
public static class MerkleTree
{
    /// <summary>Bytes of a hash.</summary>
    public const int HashBytes = 32;

    /// <summary>Hash of a leaf: SHA-256 of 0x00 and its bytes. The caller leaves the first byte of <paramref name="prefixed"/> free.</summary>
    /// <param name="prefixed">One free byte, then the bytes of the leaf.</param>
    /// <param name="hash">32 bytes.</param>
    public static void HashLeaf(Span<byte> prefixed, Span<byte> hash)
    {
        prefixed[0] = 0;
        SHA256.HashData(prefixed, hash);
    }

    /// <summary>Root over leaf hashes, 32 bytes each, one after the other. Overwrites them.</summary>
    /// <remarks>
    /// Pairing neighbours level by level and lifting a lone last node gives the same tree as the recursive definition,
    /// which splits at the largest power of two below the count.
    /// </remarks>
    public static byte[] Root(Span<byte> leaves)
    {
        var count = leaves.Length / HashBytes;
        if (count == 0)
        {
            return SHA256.HashData([]);
        }

        for (; count > 1; count = (count + 1) / 2)
        {
            Lift(leaves, count);
        }

        return leaves[..HashBytes].ToArray();
    }

    private static void Lift(Span<byte> nodes, int count)
    {
        Span<byte> pair = stackalloc byte[1 + (2 * HashBytes)];
        pair[0] = 1;
        for (var i = 0; i + 1 < count; i += 2)
        {
            nodes.Slice(i * HashBytes, 2 * HashBytes).CopyTo(pair[1..]);
            SHA256.HashData(pair, nodes.Slice(i / 2 * HashBytes, HashBytes));
        }

        if (count % 2 == 1)
        {
            nodes.Slice((count - 1) * HashBytes, HashBytes).CopyTo(nodes.Slice(count / 2 * HashBytes, HashBytes));
        }
    }
}
