using Voltloop.Record.Policies;

namespace Voltloop.Tests.Access;

[Trait("Requirement", "18239-4")]
public sealed class AccessLogTests
{
    [Fact]
    public async Task The_chain_holds_as_written_and_breaks_at_any_changed_removed_swapped_or_inserted_entry()
    {
        await using var world = new World();
        for (var i = 0; i < 20; i++) await world.Record.AccessLog.AppendAsync([Entry(i), Entry(i + 100)]);
        var log = world.Record.AccessLog.Read(1, 100);
        var (number, hash) = world.Record.AccessLog.Head;
        log.Count.ShouldBe(40);
        (number, hash).ShouldBe((40, log[^1].Hash));
        AccessChain.FirstBroken(log, (number, hash)).ShouldBeNull();

        for (var i = 0; i < log.Count; i++)
        {
            AccessChain.FirstBroken(log.Select((e, k) => k == i ? e with { Entry = e.Entry with { What = e.Entry.What + "!" } } : e)).ShouldBe(i + 1);
            AccessChain.FirstBroken(log.Where((_, k) => k != i), (number, hash)).ShouldBe(i + 1);
        }

        AccessChain.FirstBroken([log[1], log[0], .. log.Skip(2)]).ShouldBe(1);
        AccessChain.FirstBroken(log.Take(39), (number, hash)).ShouldBe(40, "a cut tail shows against the stated head");
        AccessChain.FirstBroken(log.Take(39)).ShouldBeNull("which is why the head is stated in the record");
    }

    [Fact]
    public async Task A_log_that_was_written_anew_from_the_start_does_not_lead_to_the_stated_head()
    {
        await using var world = await new World().WithThingsAsync();
        await world.AsKeeper().Rights.GrantAsync(new GrantRequest(World.Workshop, AccessRight.Read), world.Vocabulary);
        var head = await world.Rights.StatedLogHeadAsync();
        head.ShouldBe(world.Record.AccessLog.Head);
        var (hash, forged) = (AccessChain.Start, new List<LoggedAccess>());
        foreach (var logged in world.Record.AccessLog.Read(1, 10))
        {
            var entry = logged.Entry with { Who = "did:web:somebody.else" };
            forged.Add(new LoggedAccess(logged.Number, entry, hash = AccessChain.Hash(hash, entry)));
        }

        AccessChain.FirstBroken(forged).ShouldBeNull();
        AccessChain.FirstBroken(forged, head).ShouldNotBeNull();
    }

    [Fact]
    public async Task A_write_and_its_line_in_the_log_are_one_commit_and_a_refused_write_leaves_neither()
    {
        await using var world = await new World().WithThingsAsync();
        world.AsKeeper();
        var receipt = await world.Writer.WriteAsync(new() { Assertions = [new(World.Keeper.Value, [world.State(World.Battery, "stateOfHealth", "98.5") with { Unit = "%" }])] });
        var line = world.Record.AccessLog.Read(1, 10).ShouldHaveSingleItem();
        (line.Number, line.Entry.At, line.Entry.Action, line.Entry.Who).ShouldBe((receipt.LastAccess, receipt.RecordedAt, "write", World.Keeper.Value));
        line.Entry.What.ShouldBe($"1 statements, 0 samples, 0 new things; assertion {receipt.FirstAssertion}");
        var unknown = world.State(Core.Identities.ThingId.Parse("https://example.com/unknown"), "stateOfHealth", "1") with { Unit = "%" };
        await Should.ThrowAsync<Core.Problems.ProblemException>(() => world.Writer.WriteAsync(new() { Assertions = [new(World.Keeper.Value, [unknown])] }));
        world.Record.AccessLog.Head.Number.ShouldBe(1);
    }

    [Fact]
    public async Task A_line_that_came_with_a_write_lets_the_head_be_stated_like_any_other()
    {
        await using var world = await new World().WithThingsAsync();
        world.AsKeeper();
        var services = new Voltloop.Web.Access.AccessServices(world.Clock, world.Vocabulary, world.Record.AccessLog, world.Rights);
        await services.LogAsync([.. Enumerable.Range(0, Voltloop.Web.Access.AccessServices.AnchorEvery - 1).Select(Entry)]);
        (await world.Rights.StatedLogHeadAsync()).ShouldBeNull();
        await world.Writer.WriteAsync(new() { Assertions = [new(World.Keeper.Value, [world.State(World.Battery, "stateOfHealth", "98.5") with { Unit = "%" }])] });
        var newest = world.Current.Trail.Newest;
        (newest, services.IsDue(newest)).ShouldBe((1000, true));
        await services.LogAsync([], newest);
        (await world.Rights.StatedLogHeadAsync()).ShouldBe(world.Record.AccessLog.Head);
        services.IsDue(newest).ShouldBeFalse();
    }

    [Fact]
    public async Task Readers_and_writers_at_once_make_one_chain_without_a_gap()
    {
        await using var world = await new World().WithThingsAsync();
        world.AsKeeper();
        await Task.WhenAll(Enumerable.Range(0, 100).SelectMany(i => new Task[]
        {
            Task.Run(() => world.Record.AccessLog.AppendAsync([Entry(i)])),
            Task.Run(() => world.Writer.WriteAsync(new() { Assertions = [new(World.Keeper.Value, [world.State(World.Battery, "stateOfHealth", $"{i}") with { Unit = "%" }])] })),
        }));
        var log = world.Record.AccessLog.Read(1, 1000);
        log.Count(logged => logged.Entry.Action == "write").ShouldBe(100);
        log.Count(logged => logged.Entry.Action == "read").ShouldBe(100);
        AccessChain.FirstBroken(log, world.Record.AccessLog.Head).ShouldBeNull();
    }

    private static AccessEntry Entry(int i) => new($"did:web:o{i}.example", "someone", "read", $"thing {i}", new DateTimeOffset(2027, 1, 1, 0, 0, i % 60, TimeSpan.Zero));
}
