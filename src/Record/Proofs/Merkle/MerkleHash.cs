using System.Security.Cryptography;
using Voltloop.Record.Log;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Hashes of single nodes, as <see cref="MerkleTree"/> defines the whole tree (RFC 6962, section 2.1).</summary>
public static class MerkleHash
{
    /// <summary>Root of the tree without leaves: SHA-256 of nothing.</summary>
    public static byte[] Empty => MerkleTree.Root([]);

    /// <summary>Hash of a leaf's bytes, 32 bytes.</summary>
    public static byte[] Leaf(ReadOnlySpan<byte> content)
    {
        var prefixed = new byte[content.Length + 1];
        content.CopyTo(prefixed.AsSpan(1));
        var hash = new byte[MerkleTree.HashBytes];
        MerkleTree.HashLeaf(prefixed, hash);
        return hash;
    }

    /// <summary>Hash of an inner node: SHA-256 of 0x01 and its two children.</summary>
    public static byte[] Node(ReadOnlySpan<byte> left, ReadOnlySpan<byte> right)
    {
        var pair = new byte[1 + left.Length + right.Length];
        pair[0] = 1;
        left.CopyTo(pair.AsSpan(1));
        right.CopyTo(pair.AsSpan(1 + left.Length));
        return SHA256.HashData(pair);
    }
}
