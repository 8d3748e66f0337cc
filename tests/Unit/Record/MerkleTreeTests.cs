using System.Security.Cryptography;
using Voltloop.Record.Log;

namespace Voltloop.Tests.Unit.Record;

/// <summary>The tree hash against values that follow from the definition in RFC 6962, section 2.1.</summary>
public sealed class MerkleTreeTests
{
    [Fact]
    public void The_hash_of_nothing_is_the_hash_of_no_bytes() => MerkleTree.Root([]).ShouldBe(SHA256.HashData([]));

    [Fact]
    public void One_empty_leaf_has_its_known_root() =>
        Convert.ToHexStringLower(MerkleTree.Root(Leaf([]))).ShouldBe("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d");

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(5)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(33)]
    public void Any_number_of_leaves_gives_the_root_of_the_recursive_definition(int count)
    {
        var leaves = Enumerable.Range(0, count).Select(i => Leaf([(byte)i])).ToArray();

        MerkleTree.Root(leaves.SelectMany(l => l).ToArray()).ShouldBe(Recursive(leaves));
    }

    private static byte[] Leaf(byte[] bytes)
    {
        var hash = new byte[MerkleTree.HashBytes];
        MerkleTree.HashLeaf([0xFF, .. bytes], hash);
        return hash;
    }

    private static byte[] Recursive(byte[][] leaves)
    {
        if (leaves.Length == 1)
        {
            return leaves[0];
        }

        var split = 1;
        while (split * 2 < leaves.Length)
        {
            split *= 2;
        }

        return SHA256.HashData([1, .. Recursive(leaves[..split]), .. Recursive(leaves[split..])]);
    }
}
