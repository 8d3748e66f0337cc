namespace Voltloop.Record.Proofs.Merkle;

/// <summary>Gives hashes of complete subtrees, from leaves in memory, from tiles or from an index.</summary>
public interface INodeSource
{
    /// <summary>Hash over the leaves <c>[index * 2^level, (index + 1) * 2^level)</c>, 32 bytes.</summary>
    /// <param name="level">0 for leaf hashes.</param>
    /// <param name="index">Position in the level.</param>
    byte[] Node(int level, ulong index);
}
