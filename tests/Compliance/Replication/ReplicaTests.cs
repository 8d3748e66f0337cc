using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Documents;
using Voltloop.Record.Events;
using Voltloop.Record.Events.Hashing;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Replication;
using Voltloop.Record.Series;
using Voltloop.Record.Statements;
using Voltloop.Tests.CrashHost;

namespace Voltloop.Tests.Compliance.Replication;

/// <summary>A back-up holds what its primary holds, and can take its place.</summary>
[Trait("Requirement", "18221-3")]
public sealed class ReplicaTests
{
    [Fact]
    public async Task Everything_arrives_and_the_roots_are_equal()
    {
        await using var nodes = await TwoNodes.StartAsync();
        for (var i = 0; i < 300; i++)
        {
            await nodes.Primary.WriteAsync(CrashBatch.Of(i));
            _ = i % 50 == 0 ? nodes.Step() : null;
        }

        var large = new byte[ReplicatedDocument.MaxInline * 3];
        new Random(1).NextBytes(large);
        await nodes.Primary.WriteAsync(new WriteBatch { Documents = [new DocumentContent("large.bin", "application/octet-stream", large)] });
        await nodes.Primary.WriteAsync(new WriteBatch { Things = [CrashBatch.Of(0).Things[0] with { Aliases = ["later", "names"] }] });
        nodes.CatchUp();
        await nodes.ShouldBeEqualAsync();
        (await nodes.Backup.FindThingAsync(CrashBatch.Cell(0)))!.Aliases.ShouldBe(["later", "names"]);
        using var copy = new MemoryStream();
        await (await nodes.Backup.OpenDocumentAsync(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(large)))).CopyToAsync(copy);
        copy.ToArray().ShouldBe(large);
        await SameSeries(nodes);
        (await nodes.Backup.ReadStatementsAsync(CrashBatch.Cell(1), AsOf.Latest)).ShouldBeEquivalentTo(await nodes.Primary.ReadStatementsAsync(CrashBatch.Cell(1), AsOf.Latest));
    }

    [Fact]
    public async Task Events_arrive_as_captured_and_are_found_there_and_a_changed_one_is_refused()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Primary.WriteAsync(CrashBatch.Of(0) with { Events = new EventCapture("maker", [Event(1), Event(2)]) });
        await nodes.Primary.WriteAsync(new WriteBatch { Events = new EventCapture("maker", [Event(3)]) });
        var page = nodes.NextPage();
        page.Assertions.Sum(assertion => assertion.Events.Count).ShouldBe(3);
        var changed = page.Assertions.Select(assertion => assertion.Events.Count == 0 ? assertion : assertion with { Events = [.. assertion.Events.Select(entry => entry with { Json = "{}"u8.ToArray() })] });
        nodes.Refusal(page with { Assertions = [.. changed] }).ShouldBe("merkle-mismatch");
        nodes.CatchUp();
        await nodes.ShouldBeEqualAsync();
    }

    private static EventEntry Event(int number)
    {
        var json = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(new
        {
            type = "ObjectEvent", action = "OBSERVE", eventTime = $"2026-01-0{number}T00:00:00Z", eventTimeZoneOffset = "+00:00", epcList = new[] { $"https://example.com/cell-{number}" }, bizStep = "packing",
        });
        using var document = System.Text.Json.JsonDocument.Parse(json);
        var names = EventNamespaces.Of(document.RootElement);
        var hash = EventHash.Of(document.RootElement, names, EventHashRules.Cbv20);
        return new EventEntry(json, "", hash, new EventKeyReader(names).Read(document.RootElement, hash));
    }

    [Fact]
    public async Task A_batch_arrives_whole()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Primary.WriteAsync(CrashBatch.Of(0) with
        {
            Assertions = [.. Enumerable.Range(0, 9000).Select(i => new Assertion($"issuer {i}", CrashBatch.Of(0).Assertions[0].Statements))],
        });
        nodes.Step().Assertions.Count.ShouldBe(9000);
        nodes.Replica.SamplesOf(CrashBatch.Series(0)).ShouldBe(CrashBatch.RowsPerBatch);
    }

    [Fact]
    public async Task Accounts_and_keys_arrive_and_revoking_one_arrives_too()
    {
        await using var nodes = await TwoNodes.StartAsync();
        var by = CrashBatch.Cell(0);
        var key = new ApiKey("k1", "hash", "line", by) { Roles = ActorRoles.Writer, ExpiresAt = new DateTimeOffset(2030, 1, 1, 0, 0, 0, TimeSpan.Zero), Audiences = new HashSet<string> { "authority" } };
        nodes.Primary.Accounts.Save(new Account("mira", by, new HashSet<string>(), ActorRoles.Keeper, "hash"));
        nodes.Primary.Accounts.Save(key);
        nodes.CatchUp();
        nodes.Backup.Accounts.FindAccount("mira")!.Roles.ShouldBe(ActorRoles.Keeper);
        nodes.Backup.Accounts.FindKey("hash")!.Audiences.ShouldBe(["authority"]);
        nodes.Primary.Accounts.Save(key with { RevokedAt = new DateTimeOffset(2027, 1, 1, 0, 0, 0, TimeSpan.Zero) });
        nodes.CatchUp();
        nodes.Backup.Accounts.FindKey("hash")!.RevokedAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task A_backup_takes_no_writes_and_goes_on_where_it_ended_after_a_restart()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Primary.WriteAsync(CrashBatch.Of(0));
        nodes.CatchUp();
        (await Should.ThrowAsync<ProblemException>(() => nodes.Backup.WriteAsync(CrashBatch.Of(1)))).Problem.Kind.ShouldBe(ReplicationProblems.ReadOnly);
        var before = nodes.Replica.Cursor;
        await nodes.Backup.DisposeAsync();
        nodes.Backup = nodes.Open("backup");
        nodes.Replica.Cursor.ShouldBe(before);
        nodes.Backup.Preservation.Role.ShouldBe(NodeRole.Replica);
        await nodes.Primary.WriteAsync(CrashBatch.Of(1));
        nodes.CatchUp();
        await nodes.ShouldBeEqualAsync();
    }

    [Fact]
    public async Task A_promoted_backup_goes_on_with_the_log_and_the_first_node_returns()
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Primary.WriteAsync(CrashBatch.Of(0));
        nodes.CatchUp();
        await nodes.Replica.PromoteAsync(DateTimeOffset.UnixEpoch);
        (await nodes.Backup.WriteAsync(CrashBatch.Of(1))).FirstAssertion.ShouldBe(2);
        (nodes.Primary, nodes.Backup) = (nodes.Backup, nodes.Primary);
        await nodes.FollowAsync();
        nodes.CatchUp();
        await nodes.ShouldBeEqualAsync();
        await nodes.Replica.PromoteAsync(DateTimeOffset.UnixEpoch);
        (nodes.Primary, nodes.Backup) = (nodes.Backup, nodes.Primary);
        await nodes.Primary.WriteAsync(CrashBatch.Of(2));
        await nodes.FollowAsync();
        nodes.CatchUp();
        await nodes.ShouldBeEqualAsync();
        nodes.Primary.Size.ShouldBe(3UL);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public async Task A_node_with_entries_of_its_own_cannot_follow_and_keeps_them(int own)
    {
        await using var nodes = await TwoNodes.StartAsync();
        await nodes.Primary.WriteAsync(CrashBatch.Of(0));
        nodes.CatchUp();
        await nodes.Replica.PromoteAsync(DateTimeOffset.UnixEpoch);
        await nodes.Backup.WriteAsync(CrashBatch.Of(1));
        await nodes.Backup.WriteAsync(CrashBatch.Of(2));
        for (var i = 0; i < own; i++)
        {
            await nodes.Primary.WriteAsync(CrashBatch.Of(4 + i) with { Series = [] });
        }

        (nodes.Primary, nodes.Backup) = (nodes.Backup, nodes.Primary);
        (await Should.ThrowAsync<ProblemException>(nodes.FollowAsync)).Problem.Kind.ShouldBe(ReplicationProblems.Diverged);
        nodes.Backup.Preservation.Role.ShouldBe(NodeRole.Primary);
        nodes.Backup.Size.ShouldBe((ulong)(1 + own));
        await nodes.Backup.WriteAsync(new WriteBatch { Things = [CrashBatch.Of(0).Things[0] with { Aliases = ["still writes"] }] });
    }

    [Fact]
    public async Task A_node_does_not_follow_itself_nor_a_backup()
    {
        await using var nodes = await TwoNodes.StartAsync();
        Should.Throw<ProblemException>(() => nodes.Backup.Replication!.Read(default)).Problem.Kind.ShouldBe(ReplicationProblems.WrongRole);
        (await Should.ThrowAsync<ProblemException>(() => nodes.Primary.Replica!.FollowAsync(new Uri("https://a.example"), TwoNodes.CardOf(nodes.Primary), TwoNodes.Page(nodes.Primary, default))))
            .Problem.Kind.ShouldBe(ReplicationProblems.OtherNode);
    }

    private static async Task SameSeries(TwoNodes nodes)
    {
        for (var lane = 0; lane < CrashBatch.Lanes; lane++)
        {
            foreach (var channel in (string[])["test_time_second", "voltage_volt"])
            {
                (await All(nodes.Backup, (lane, channel))).SequenceEqual(await All(nodes.Primary, (lane, channel))).ShouldBeTrue($"{channel} of lane {lane}");
            }
        }
    }

    private static async Task<List<double>> All(IRecordReader record, (int Lane, string Channel) what)
    {
        var all = new List<double>();
        await foreach (var block in record.ReadSeriesAsync(CrashBatch.Series(what.Lane), new SeriesRange { Channels = [what.Channel] }))
        {
            all.AddRange(block.Columns[0]);
        }

        return all;
    }
}
