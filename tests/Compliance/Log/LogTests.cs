using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Proofs;
using Voltloop.Record.Proofs.Merkle;
using Voltloop.Record.Signing;
using Voltloop.Record.Sqlite;
using Voltloop.Record.Statements;

namespace Voltloop.Tests.Compliance.Log;

/// <summary>The Merkle log over the assertions: it grows with each commit, proves each statement, and never forgets.</summary>
[Trait("Requirement", "18239-4")]
public sealed class LogTests : LogFixture
{
    [Theory]
    [InlineData(1)]
    [InlineData(255)]
    [InlineData(256)]
    [InlineData(257)]
    [InlineData(700)]
    public async Task The_root_is_that_of_the_plain_tree_over_all_entries(int assertions)
    {
        await using var record = Open();
        for (var left = assertions; left > 0; left -= 100)
        {
            await record.WriteAsync(Facts(Math.Min(left, 100)));
        }

        var checkpoint = Opened(record);
        checkpoint.Size.ShouldBe((ulong)assertions);
        checkpoint.Root.ShouldBe(PlainRoot(record, assertions));
    }

    [Fact]
    [Trait("Requirement", "18246-1")]
    public async Task Every_statement_is_proven_from_its_bytes_to_the_signed_checkpoint()
    {
        await using var record = Open();
        await record.WriteAsync(Facts(300, 5));
        var (prover, note) = LogProver.Newest(record);
        var checkpoint = Checkpoint.Open(note.ToString(), record.Keys.LogKeys[^1]);
        var hash = new byte[MerkleTree.HashBytes];
        foreach (var recorded in (await record.ReadHistoryAsync(new HistoryQuery(Cell) { Limit = 1500 })).Items)
        {
            var (_, salt, within) = prover.Statement(recorded.Assertion, recorded.Ordinal);
            var (entry, inclusion) = prover.Assertion(recorded.Assertion);
            StatementLeaf.Hash(recorded.Statement, salt, new CanonicalBuffer(), hash);
            within.Check(hash, entry.Root).ShouldBeNull();
            inclusion.Check(MerkleHash.Leaf(entry.ToBytes()), checkpoint.Root).ShouldBeNull();
            entry.Issuer.ShouldBe(recorded.Issuer);
        }
    }

    [Fact]
    [Trait("Requirement", "18246-1")]
    [Trait("Requirement", "LAW-11")]
    public async Task Each_assertion_is_signed_by_the_nodes_key()
    {
        await using var record = Open();
        await record.WriteAsync(Facts(3, 2));
        for (var number = 1; number <= 3; number++)
        {
            var entry = record.Entry(number)!;
            record.Keys.Document.Find(entry.Signature!.KeyId)!.Key.Verify(entry.SignedBytes()!, entry.Signature.Bytes).ShouldBeTrue();
            LogEntry.Read(entry.ToBytes()).ToBytes().ShouldBe(entry.ToBytes());
        }
    }

    [Fact]
    public async Task Each_later_checkpoint_contains_each_earlier_one()
    {
        await using var record = Open();
        var seen = new List<Checkpoint>();
        for (var i = 0; i < 8; i++)
        {
            await record.WriteAsync(Facts(97));
            seen.Add(Opened(record));
        }

        var (prover, _) = LogProver.Newest(record);
        foreach (var earlier in seen)
        {
            LogWatch.Compare(earlier, seen[^1], earlier.Size == seen[^1].Size ? null : prover.Since(earlier.Size)).ShouldBeNull();
        }
    }

    [Fact]
    public async Task The_log_goes_on_after_opening_again_and_after_a_refused_batch()
    {
        await using (var first = Open())
        {
            await first.WriteAsync(Facts(300));
        }

        await using var record = Open();
        await record.WriteAsync(Facts(200));
        var missing = Core.Identities.ThingId.Parse("https://example.com/missing");
        var refused = new WriteBatch { Assertions = [new Assertion("tester", [Fact(1) with { Thing = missing }])] };
        await Should.ThrowAsync<ProblemException>(() => record.WriteAsync(refused));
        await record.WriteAsync(Facts(100));
        Opened(record).Root.ShouldBe(PlainRoot(record, 600));
        (await Examine()).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task Rotated_keys_still_verify_what_they_signed()
    {
        await using (var first = Open())
        {
            await first.WriteAsync(Facts(2));
        }

        NodeKeys.Open(Store, TimeProvider.System.GetUtcNow()).Rotate(TimeProvider.System.GetUtcNow());
        await using (var second = Open())
        {
            await second.WriteAsync(Facts(2));
            second.Entry(1)!.Signature!.KeyId.ShouldContain("#1-");
            second.Entry(4)!.Signature!.KeyId.ShouldContain("#2-");
        }

        (await Examine()).Faults.ShouldBeEmpty();
    }

    [Fact]
    [System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
    public async Task The_private_key_is_readable_by_its_owner_only()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "File modes are of Unix.");
        await using var record = Open();
        var file = Directory.EnumerateFiles(Path.Combine(Store, NodeKeys.FolderName), "*.p8").ShouldHaveSingleItem();
        File.GetUnixFileMode(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Tiles_and_bundles_are_served_in_full_and_in_part()
    {
        await using var record = Open();
        await record.WriteAsync(Facts(600));
        foreach (var tile in TileLayout.Tiles(600))
        {
            record.Tile(tile).Length.ShouldBe(tile.Width * MerkleTree.HashBytes);
        }

        foreach (var bundle in TileLayout.Bundles(600))
        {
            var entries = EntryBundle.Read(record.Tile(bundle));
            var leaves = record.Tile(bundle with { Level = 0 });
            MerkleHash.Leaf(entries[7].Span).ShouldBe(leaves[(7 * 32)..(8 * 32)]);
        }

        Should.Throw<ProblemException>(() => record.Tile(new TileAddress(0, 3))).Problem.Kind.ShouldBe(CommonProblems.NotFound);
    }

    [Fact]
    public async Task A_hash_in_a_proof_does_not_betray_the_value_behind_it()
    {
        await using var record = Open();
        await record.WriteAsync(Facts(1, 2));
        var (_, _, within) = LogProver.Newest(record).Prover.Statement(1, 0);
        var guess = new byte[MerkleTree.HashBytes];
        StatementLeaf.Hash(Fact(1), [], new CanonicalBuffer(), guess);
        within.Path.ShouldHaveSingleItem().ShouldNotBe(guess);
    }

    private static Checkpoint Opened(SqliteRecord record) => Checkpoint.Open(record.Checkpoint().ToString(), record.Keys.LogKeys[^1]);

    private static byte[] PlainRoot(SqliteRecord record, int count) =>
        MerkleTree.Root(Enumerable.Range(1, count).SelectMany(n => MerkleHash.Leaf(record.Entry(n)!.ToBytes())).ToArray());
}
