using Voltloop.Record.Log;

namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Reads nodes from the tiles of a tree. The tiles are believed only once a proof made of them leads to a signed root.</summary>
/// <param name="size">Leaves of the tree: tells which tiles are partial.</param>
/// <param name="read">Content of a tile.</param>
public sealed class TileNodes(ulong size, Func<TileAddress, ReadOnlyMemory<byte>> read) : INodeSource
{
    /// <inheritdoc />
    public byte[] Node(int level, ulong index)
    {
        var (tileLevel, above) = (level / TileAddress.Height, level % TileAddress.Height);
        var first = index << above;
        var content = Tile(tileLevel, first / TileAddress.FullWidth).Span;
        return MerkleTree.Root(content.Slice((int)(first % TileAddress.FullWidth) * MerkleTree.HashBytes, MerkleTree.HashBytes << above).ToArray());
    }

    private ReadOnlyMemory<byte> Tile(int level, ulong index)
    {
        var hashes = size >> (level * TileAddress.Height);
        var width = (int)Math.Min(TileAddress.FullWidth, hashes - (index * TileAddress.FullWidth));
        var tile = new TileAddress(level, index, width);
        var content = read(tile);
        TileLayout.CheckLength(tile, content.Span);
        return content;
    }
}
