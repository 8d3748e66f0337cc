using Voltloop.Core.Problems;
using Voltloop.Record.Log;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Which tiles a tree has, and what is in them.</summary>
public static class TileLayout
{
    /// <summary>Tiles of a tree, level by level; each level ends with its partial tile, if it has one.</summary>
    public static IEnumerable<TileAddress> Tiles(ulong size) => Tiles(0, size);

    /// <summary>Tiles that have come or have widened since the tree was smaller: what a log writes before a new checkpoint.</summary>
    public static IEnumerable<TileAddress> Tiles(ulong oldSize, ulong newSize)
    {
        var (before, now) = (oldSize, newSize);
        for (var level = 0; now > 0; level++)
        {
            foreach (var tile in Level(level, before, now))
            {
                yield return tile;
            }

            (before, now) = (before / TileAddress.FullWidth, now / TileAddress.FullWidth);
        }
    }

    /// <summary>Bundles of entries of a tree.</summary>
    public static IEnumerable<TileAddress> Bundles(ulong size) => Level(TileAddress.EntriesLevel, 0, size);

    /// <summary>Content of a tile: its hashes, 32 bytes each.</summary>
    public static byte[] Content(TileAddress tile, INodeSource nodes)
    {
        var content = new byte[tile.Width * MerkleTree.HashBytes];
        for (var i = 0; i < tile.Width; i++)
        {
            nodes.Node(tile.Level * TileAddress.Height, (tile.Index * TileAddress.FullWidth) + (ulong)i).CopyTo(content, i * MerkleTree.HashBytes);
        }

        return content;
    }

    /// <summary>Root over the hashes of a tile; of a full tile it is the entry in the level above.</summary>
    public static byte[] Root(ReadOnlySpan<byte> content) => MerkleTree.Root(content.ToArray());

    /// <summary>Refuses content that cannot be that tile.</summary>
    /// <exception cref="ProblemException">The content has another length.</exception>
    public static void CheckLength(TileAddress tile, ReadOnlySpan<byte> content) => Refusal.Unless(
        content.Length == tile.Width * MerkleTree.HashBytes, ProofProblems.MerkleShape, $"{tile.Path} has {content.Length} bytes.");

    private static IEnumerable<TileAddress> Level(int level, ulong before, ulong now)
    {
        for (var index = before / TileAddress.FullWidth; index < now / TileAddress.FullWidth; index++)
        {
            yield return new TileAddress(level, index);
        }

        var rest = (int)(now % TileAddress.FullWidth);
        if (rest > 0 && now > before)
        {
            yield return new TileAddress(level, now / TileAddress.FullWidth, rest);
        }
    }
}
