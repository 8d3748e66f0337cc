using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Merkle;

namespace Voltloop.Tests.Unit.Proofs;

public sealed class TileTests
{
    [Theory]
    [InlineData(0, 1_234_067, 256, "tile/0/x001/x234/067")]
    [InlineData(3, 0, 256, "tile/3/000")]
    [InlineData(1, 273, 17, "tile/1/273.p/17")]
    [InlineData(TileAddress.EntriesLevel, 1000, 256, "tile/entries/x001/000")]
    public void A_tile_has_the_path_of_the_specification(int level, ulong index, int width, string path)
    {
        var tile = new TileAddress(level, index, width);
        tile.Path.ShouldBe(path);
        TileAddress.Parse(path).ShouldBe(tile);
    }

    [Theory]
    [InlineData("tile/0/1")]
    [InlineData("tile/00/001")]
    [InlineData("tile/64/001")]
    [InlineData("tile/0/001/234")]
    [InlineData("tile/0/x000/001")]
    [InlineData("tile/0/001.p/256")]
    [InlineData("tile/0/001.p/0")]
    [InlineData("tile/0/001.p/07")]
    [InlineData("tile/0/-01")]
    [InlineData("tile/x/001")]
    [InlineData("tile/0")]
    [InlineData("../tile/0/001")]
    [InlineData("")]
    public void A_path_in_another_form_is_refused(string path) => Refused.For(CommonProblems.InvalidIdentifier, () => TileAddress.Parse(path));

    [Fact]
    public void A_tree_of_70000_has_the_tiles_of_the_specification()
    {
        var tiles = TileLayout.Tiles(70_000).ToList();
        tiles.Count(tile => tile is { Level: 0, Width: 256 }).ShouldBe(273);
        tiles.Where(tile => tile.Width != 256).Select(tile => (tile.Level, tile.Width)).ShouldBe([(0, 112), (1, 17), (2, 1)]);
        tiles.Count(tile => tile is { Level: 1, Width: 256 }).ShouldBe(1);
        TileLayout.Bundles(70_000).Count().ShouldBe(274);
    }

    [Fact]
    public void A_tree_of_256_has_a_full_tile_and_a_partial_one_above() =>
        TileLayout.Tiles(256).ShouldBe([new TileAddress(0, 0), new TileAddress(1, 0, 1)]);

    [Fact]
    public void A_log_that_grows_writes_only_what_has_changed()
    {
        TileLayout.Tiles(300, 310).ShouldBe([new TileAddress(0, 1, 54)]);
        TileLayout.Tiles(500, 520).ShouldBe([new TileAddress(0, 1), new TileAddress(0, 2, 8), new TileAddress(1, 0, 2)]);
        TileLayout.Tiles(520, 520).ShouldBeEmpty();
    }

    [Fact]
    public void Proofs_made_of_tiles_are_those_made_of_leaves()
    {
        const int size = 70_000;
        byte[][] leaves = [.. Enumerable.Range(0, size).Select(index => MerkleHash.Leaf(BitConverter.GetBytes(index)))];
        var store = Store(leaves);
        var (tiles, direct) = (new MerkleProver(new TileNodes(size, tile => store[tile.Path])), new MerkleProver(LeafNodes.Over(leaves)));
        tiles.Root(size).ShouldBe(MerkleTree.Root(leaves.SelectMany(leaf => leaf).ToArray()));
        foreach (var leaf in (ulong[])[255, 65_536, 69_999])
        {
            tiles.Inclusion(leaf, size).Path.ShouldBe(direct.Inclusion(leaf, size).Path);
        }

        tiles.Consistency(66_000, size).Check(tiles.Root(66_000), tiles.Root(size)).ShouldBeNull();
        TileLayout.Root(store["tile/0/000"].Span).ShouldBe(store["tile/1/000"][..32].ToArray());
    }

    [Fact]
    public void A_tile_of_another_length_is_refused() =>
        Refused.For(ProofProblems.MerkleShape, () => new TileNodes(300, _ => new byte[31]).Node(0, 0));

    [Fact]
    public void Entries_come_out_of_their_bundle()
    {
        ReadOnlyMemory<byte>[] entries = [new byte[] { 1, 2, 3 }, Array.Empty<byte>(), new byte[EntryBundle.MaxEntryBytes]];
        EntryBundle.Read(EntryBundle.Write(entries)).Select(entry => entry.Length).ShouldBe([3, 0, EntryBundle.MaxEntryBytes]);
    }

    [Fact]
    public void A_bundle_that_ends_within_an_entry_is_refused() => Refused.For(CommonProblems.MalformedInput, () => EntryBundle.Read(new byte[] { 0, 3, 1 }));

    [Fact]
    public void A_bundle_that_ends_within_a_length_is_refused() => Refused.For(CommonProblems.MalformedInput, () => EntryBundle.Read(new byte[] { 0 }));

    [Fact]
    public void A_bundle_of_more_than_256_entries_is_refused() => Refused.For(CommonProblems.MalformedInput, () => EntryBundle.Read(new byte[514]));

    [Fact]
    public void An_entry_that_is_too_long_is_refused() =>
        Refused.For(CommonProblems.LimitExceeded, () => EntryBundle.Write([new byte[EntryBundle.MaxEntryBytes + 1]]));

    // Level by level from the tiles below, as a log does it.
    private static Dictionary<string, ReadOnlyMemory<byte>> Store(byte[][] leaves)
    {
        var store = new Dictionary<string, ReadOnlyMemory<byte>>();
        var nodes = new TileNodes((ulong)leaves.Length, tile => store[tile.Path]);
        foreach (var tile in TileLayout.Tiles((ulong)leaves.Length))
        {
            store[tile.Path] = TileLayout.Content(tile, tile.Level == 0 ? LeafNodes.Over(leaves) : new BelowNodes(nodes));
        }

        return store;
    }

    private sealed class BelowNodes(TileNodes nodes) : INodeSource
    {
        public byte[] Node(int level, ulong index) =>
            MerkleHash.Node(Half(level - 1, index * 2), Half(level - 1, (index * 2) + 1));

        private byte[] Half(int level, ulong index) => nodes.Node(level, index);
    }
}
