namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Computes nodes from the hashes of all leaves.</summary>
/// <param name="leaf">Hash of the leaf at an index, 32 bytes.</param>
public sealed class LeafNodes(Func<ulong, byte[]> leaf) : INodeSource
{
    /// <summary>Nodes over a list of leaf hashes.</summary>
    public static LeafNodes Over(IReadOnlyList<byte[]> hashes) => new(index => hashes[checked((int)index)]);

    /// <inheritdoc />
    public byte[] Node(int level, ulong index) =>
        level == 0 ? leaf(index) : MerkleHash.Node(Node(level - 1, index * 2), Node(level - 1, (index * 2) + 1));
}
