using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Log;
using Voltloop.Record.Ports;
using Voltloop.Record.Proofs.Keys;
using Voltloop.Record.Replication;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;
using Voltloop.Tests.CrashHost;

namespace Voltloop.Tests.Compliance.Replication;

/// <summary>What a back-up refuses on arrival: damage on the way, and a primary that contradicts itself.</summary>
[Trait("Requirement", "18221-3")]
public sealed class ArrivalTests(ITestOutputHelper output)
{
    private const int Flips = 300;
    private const int Seed = 20270218;

    [Fact]
    public async Task Any_flipped_byte_of_a_page_is_refused()
    {
        await using var nodes = await Filled(3);
        var bytes = nodes.Primary.Replication!.Read(nodes.Replica.Cursor);
        var chance = new Random(Seed);
        for (var i = 0; i < Flips; i++)
        {
            var at = chance.Next(bytes.Length);
            bytes[at] ^= (byte)(1 << chance.Next(8));
            var code = Should.Throw<ProblemException>(() => ChangePageCodec.Open(bytes, id => TwoNodes.KeyOf(nodes.Primary, id)), $"byte {at}").Problem.Kind.Code;
            new[] { "transfer-damaged", "unknown-key" }.ShouldContain(code);
            bytes[at] ^= bytes[at];
            bytes = nodes.Primary.Replication!.Read(nodes.Replica.Cursor);
        }

        output.WriteLine($"{Flips} flips refused, seed {Seed}");
    }

    [Fact]
    public async Task Any_flipped_byte_of_samples_is_refused()
    {
        await using var nodes = await Filled(3);
        var bytes = nodes.Primary.Replication!.ReadSeries([new SeriesGap(CrashBatch.Series(0), 0, 25)]);
        for (var at = 0; at < bytes.Length; at += 7)
        {
            byte[] changed = [.. bytes];
            changed[at] ^= 1;
            Should.Throw<ProblemException>(() => SeriesPieceCodec.Open(changed, id => TwoNodes.KeyOf(nodes.Primary, id)), $"byte {at}");
        }
    }

    [Fact]
    public async Task A_page_that_is_cut_off_is_refused()
    {
        await using var nodes = await Filled(3);
        var bytes = nodes.Primary.Replication!.Read(nodes.Replica.Cursor);
        foreach (var length in (int[])[0, 3, 100, bytes.Length / 2, bytes.Length - 1])
        {
            Should.Throw<ProblemException>(() => ChangePageCodec.Open(bytes.AsSpan(0, length), id => TwoNodes.KeyOf(nodes.Primary, id))).Problem.Kind.ShouldBe(ReplicationProblems.Damaged);
        }
    }

    [Fact]
    public async Task A_page_of_another_node_is_refused()
    {
        await using var nodes = await Filled(3);
        await using var stranger = await Filled(3);
        var bytes = stranger.Primary.Replication!.Read(nodes.Replica.Cursor);
        Should.Throw<ProblemException>(() => ChangePageCodec.Open(bytes, id => TwoNodes.KeyOf(nodes.Primary, id))).Problem.Kind.Code.ShouldBe("unknown-key");
    }

    public static TheoryData<string, string> Forgeries => new()
    {
        { "drop the second entry", "log-out-of-order" },
        { "drop the first entry", "log-out-of-order" },
        { "drop the last entry", "log-out-of-order" },
        { "swap two entries", "log-out-of-order" },
        { "renumber swapped entries", "merkle-mismatch" },
        { "repeat an entry", "log-out-of-order" },
        { "change a value", "merkle-mismatch" },
        { "change a value and its root", "bad-signature" },
        { "drop the signature", "merkle-mismatch" },
        { "change the moment", "merkle-mismatch" },
        { "change the issuer", "bad-signature" },
        { "change a salt", "merkle-mismatch" },
        { "drop a statement", "merkle-mismatch" },
        { "change a document", "transfer-damaged" },
        { "leave out a thing", "log-out-of-order" },
        { "leave out samples", "log-out-of-order" },
        { "show another key", "unknown-key" },
        { "claim another checkpoint", "other-log" },
    };

    [Theory]
    [MemberData(nameof(Forgeries))]
    public async Task What_a_dishonest_primary_signs_is_refused_and_named(string forgery, string problem)
    {
        await using var nodes = await Filled(3);
        nodes.CatchUp();
        await Write(nodes, 3, 6);
        var page = nodes.Forged(page => Forge(page, forgery));
        nodes.Refusal(page).ShouldBe(problem);
        nodes.CatchUp();
        await nodes.ShouldBeEqualAsync();
    }

    [Theory]
    [InlineData(0, "log-truncated")]
    [InlineData(3, "log-split-view")]
    [InlineData(9, "log-rewritten")]
    public async Task A_primary_with_another_past_is_refused_and_named(int others, string problem)
    {
        await using var nodes = await Filled(3);
        nodes.CatchUp();
        await nodes.Primary.DisposeAsync();
        Copy(nodes.At("primary"), nodes.At("liar"));
        File.Delete(Path.Combine(nodes.At("liar"), "voltloop.db"));
        await using var liar = nodes.Open("liar");
        for (var i = 0; i < others; i++)
        {
            await liar.WriteAsync(CrashBatch.Of(i) with { Series = [], Assertions = [new Assertion("forger", CrashBatch.Of(i).Assertions[0].Statements)] });
        }

        // The forger makes the rest fit, so that only the log can tell.
        var page = TwoNodes.Page(liar, nodes.Replica.Cursor with { Things = 0, Documents = 0, Revisions = 0 });
        var head = nodes.Replica.Cursor with { Assertions = others };
        nodes.Refusal(page with { From = nodes.Replica.Cursor, Head = head, Things = [], Documents = [], Series = [] }).ShouldBe(problem);
        nodes.Primary = nodes.Open("primary");
    }

    private static ChangePage Forge(ChangePage page, string forgery)
    {
        var all = page.Assertions;
        var (first, second) = (all[0], all[1]);
        return forgery switch
        {
            "drop the second entry" => page with { Assertions = [first, .. all.Skip(2)] },
            "drop the first entry" => page with { Assertions = [.. all.Skip(1)] },
            "drop the last entry" => page with { Assertions = [.. all.SkipLast(1)] },
            "swap two entries" => page with { Assertions = [second, first, .. all.Skip(2)] },
            "renumber swapped entries" => page with { Assertions = [Numbered(second, first.Entry.Number), Numbered(first, second.Entry.Number), .. all.Skip(2)] },
            "repeat an entry" => page with { Assertions = [first, first, .. all.Skip(2)] },
            "change a value" => page with { Assertions = [Changed(first), .. all.Skip(1)] },
            "change a value and its root" => page with { Assertions = [Rooted(Changed(first)), .. all.Skip(1)] },
            "drop the signature" => page with { Assertions = [first with { Entry = first.Entry with { Signature = null } }, .. all.Skip(1)] },
            "change the moment" => page with { Assertions = [first with { Entry = first.Entry with { RecordedAt = first.Entry.RecordedAt - 1 } }, .. all.Skip(1)] },
            "change the issuer" => page with { Assertions = [first with { Entry = first.Entry with { Issuer = "somebody" } }, .. all.Skip(1)] },
            "change a salt" => page with { Assertions = [first with { Secret = new byte[StatementLeaf.SecretBytes] }, .. all.Skip(1)] },
            "drop a statement" => page with { Assertions = [Shortened(first), .. all.Skip(1)] },
            "change a document" => page with { Documents = [page.Documents[0] with { Bytes = [1, 2, 3] }, .. page.Documents.Skip(1)] },
            "leave out a thing" => page with { Things = [page.Things[^1] with { Number = page.From.Things + 2 }] },
            "leave out samples" => page with { Series = [page.Series[0] with { Samples = 1_000_000 }] },
            "show another key" => page with { Keys = [page.Keys[0] with { Spki = P256SigningKey.Generate().Public.Spki.ToArray() }] },
            "claim another checkpoint" => page with { Checkpoint = page.Held },
            _ => throw new ArgumentOutOfRangeException(nameof(forgery)),
        };
    }

    private static ReplicatedAssertion Numbered(ReplicatedAssertion one, long number) => one with { Entry = one.Entry with { Number = number } };

    private static ReplicatedAssertion Changed(ReplicatedAssertion one) => one with { Statements = [one.Statements[0] with { Value = StatementValue.Of(7.5) }, .. one.Statements.Skip(1)] };

    private static ReplicatedAssertion Rooted(ReplicatedAssertion one) => one with { Entry = one.Entry with { Root = ArrivalCheck.RootOf(one) } };

    private static ReplicatedAssertion Shortened(ReplicatedAssertion one) =>
        one with { Statements = [.. one.Statements.Skip(1)], Entry = one.Entry with { Count = one.Entry.Count - 1 } };

    private static async Task<TwoNodes> Filled(int batches)
    {
        var nodes = await TwoNodes.StartAsync();
        await Write(nodes, 0, batches);
        return nodes;
    }

    private static async Task Write(TwoNodes nodes, int from, int to)
    {
        for (var i = from; i < to; i++)
        {
            var thing = new Thing(ThingId.Parse($"https://example.com/other-{i}"), ThingKind.Cell, "Other") { Aliases = [$"O{i}"] };
            await nodes.Primary.WriteAsync(CrashBatch.Of(i) is var batch ? batch with { Things = [.. batch.Things, thing] } : batch);
        }
    }

    private static void Copy(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
    }
}
