using System.Security.Cryptography;
using System.Text;
using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Record.Documents;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Series;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Access;

/// <summary>Ways around the front door.</summary>
[Trait("Requirement", "LAW-02")]
public sealed class LeakTests
{
    private static readonly byte[] Import = Encoding.UTF8.GetBytes("everything that was measured");
    private static readonly string ImportHash = Convert.ToHexStringLower(SHA256.HashData(Import));

    [Fact]
    public async Task A_search_by_a_secret_alias_finds_nothing_and_its_cursor_says_nothing()
    {
        await using var world = await ReadyAsync();
        world.As(Actor.Anonymous);
        var page = await world.Reader.ListThingsAsync(new ThingQuery { Text = "SECRET", Limit = 1 });
        page.Items.ShouldBeEmpty();
        page.Next.ShouldBeNull();
        var battery = (await world.Reader.FindThingAsync(World.Battery))!;
        battery.Aliases.ShouldBe(["B1"]);
        (await world.Reader.ListThingsAsync(new ThingQuery())).Items.SelectMany(t => t.Aliases).ShouldNotContain("SECRET-42");
        world.AsKeeper();
        (await world.Reader.ListThingsAsync(new ThingQuery { Text = "SECRET" })).Items.ShouldHaveSingleItem().Id.ShouldBe(World.Battery);
    }

    [Fact]
    public async Task An_alias_that_a_readable_statement_states_is_found_by_those_who_may_read_it()
    {
        await using var world = await ReadyAsync();
        await world.WriteAsync(world.State(World.Battery, "cathodeMaterial", "\"SECRET-42\""));
        world.As(World.Person(World.Driver, ActorRoles.None, "authority"));
        (await world.Reader.ListThingsAsync(new ThingQuery { Text = "SECRET" })).Items.ShouldHaveSingleItem();
        world.As(Actor.Anonymous);
        (await world.Reader.ListThingsAsync(new ThingQuery { Text = "SECRET" })).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task An_identifier_that_the_reader_may_not_see_finds_nothing_and_an_open_one_does()
    {
        await using var world = await ReadyAsync();
        world.As(Actor.Anonymous);
        (await world.Reader.ListThingsAsync(new ThingQuery { Identifier = "SECRET-42" })).Items.ShouldBeEmpty();
        (await world.Reader.ListThingsAsync(new ThingQuery { Identifier = "B1" })).Items.ShouldHaveSingleItem().Id.ShouldBe(World.Battery);
        (await world.Reader.ListThingsAsync(new ThingQuery { Identifier = World.Battery.Value })).Items.ShouldHaveSingleItem().Aliases.ShouldNotContain("SECRET-42");
        world.AsKeeper();
        (await world.Reader.ListThingsAsync(new ThingQuery { Identifier = "SECRET-42" })).Items.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Pages_of_changing_size_miss_nothing_and_repeat_nothing()
    {
        await using var world = await ReadyAsync();
        for (var i = 0; i < 60; i++) await world.WriteAsync(world.State(World.Battery, "stateOfHealth", $"{i}"), world.State(World.Battery, "ratedCapacity", $"{i}"));
        world.As(Actor.Anonymous);
        var all = (await world.Reader.ReadHistoryAsync(new HistoryQuery(World.Battery) { Limit = 10_000 })).Items;
        var (seen, cursor, limits) = (new List<Voltloop.Record.Statements.RecordedStatement>(), (string?)null, new[] { 23, 1, 2, 7, 1, 40, 3 });
        for (var i = 0; i == 0 || cursor is not null; i++)
        {
            var page = await world.Reader.ReadHistoryAsync(new HistoryQuery(World.Battery) { Limit = limits[i % limits.Length], Cursor = cursor });
            seen.AddRange(page.Items);
            cursor = page.Next;
        }

        seen.Select(s => (s.Assertion, s.Ordinal)).ShouldBe(all.Select(s => (s.Assertion, s.Ordinal)));
        all.Count.ShouldBeGreaterThanOrEqualTo(60);
    }

    [Fact]
    [Trait("Requirement", "18221-2")]
    public async Task A_page_of_history_tells_neither_by_length_nor_by_cursor_what_was_left_out()
    {
        await using var world = await ReadyAsync();
        for (var i = 0; i < 20; i++) await world.WriteAsync(world.State(World.Battery, "stateOfHealth", $"{i}"), world.State(World.Battery, "ratedCapacity", $"{i}"));
        world.As(Actor.Anonymous);
        var first = await world.Reader.ReadHistoryAsync(new HistoryQuery(World.Battery) { Limit = 10 });
        first.Items.Count.ShouldBe(10);
        first.Next.ShouldNotBeNull().ShouldMatch("^[0-9a-f]+$");
        var second = await world.Reader.ReadHistoryAsync(new HistoryQuery(World.Battery) { Limit = 10, Cursor = first.Next });
        second.Items.Count.ShouldBe(10);
        second.Next.ShouldBeNull("a cursor to nothing but hidden entries would tell of them");
        var hidden = await world.Reader.ReadHistoryAsync(new HistoryQuery(World.Battery) { Term = "stateOfHealth" });
        (hidden.Items.Count, hidden.Next).ShouldBe((0, null));
        foreach (var forged in new[] { "12.0", "", new string('a', 64), first.Next![..^2] + "00" })
        {
            (await Should.ThrowAsync<ProblemException>(async () => await world.Reader.ReadHistoryAsync(new HistoryQuery(World.Battery) { Cursor = forged }))).Problem.Kind.ShouldBe(CommonProblems.BadRequest);
        }
    }

    [Theory]
    [InlineData(null, false)]
    [InlineData("legitimate-interest", true)]
    [InlineData("authority", false)]
    [InlineData("commission", false)]
    public async Task Measured_series_belong_to_point_4(string? audience, bool reads)
    {
        await using var world = await ReadyAsync();
        world.As(audience is null ? Actor.Anonymous : World.Person(World.Driver, ActorRoles.None, audience));
        var id = "urn:series:" + World.Battery.Value;
        ((await world.Reader.ListSeriesAsync(World.Battery)).Count == 1).ShouldBe(reads);
        (await world.Reader.FindSeriesAsync(id) is not null).ShouldBe(reads);
        var forbidden = await RefusalAsync(world, id);
        (forbidden is null).ShouldBe(reads);
        var absent = (await RefusalAsync(world, "urn:series:none"))!;
        if (forbidden is not null) (forbidden with { Detail = forbidden.Detail.Replace(id, "urn:series:none", StringComparison.Ordinal) }).ShouldBe(absent);
    }

    [Fact]
    [Trait("Requirement", "18221-4")]
    public async Task The_file_of_an_import_opens_only_for_who_answers_for_what_was_measured()
    {
        await using var world = await ReadyAsync();
        foreach (var audience in new[] { "public", "legitimate-interest", "authority", "commission", "operator" })
        {
            world.As(World.Person(World.Driver, ActorRoles.Writer, audience));
            (await world.Reader.FindDocumentAsync(ImportHash)).ShouldBeNull(audience);
        }

        world.As(World.Person(World.Maker));
        (await world.Reader.FindDocumentAsync(ImportHash)).ShouldNotBeNull();
        world.AsKeeper();
        (await world.Reader.FindDocumentAsync(ImportHash)).ShouldNotBeNull();
    }

    [Fact]
    [Trait("Requirement", "18221-4")]
    public async Task A_forbidden_document_and_an_absent_one_are_refused_in_the_same_words()
    {
        await using var world = await ReadyAsync();
        world.As(Actor.Anonymous);
        var absent = new string('0', 64);
        var one = (await Should.ThrowAsync<ProblemException>(async () => await world.Reader.OpenDocumentAsync(ImportHash))).Problem;
        var two = (await Should.ThrowAsync<ProblemException>(async () => await world.Reader.OpenDocumentAsync(absent))).Problem;
        one.Kind.ShouldBe(two.Kind);
        one.Detail.Replace(ImportHash, absent, StringComparison.Ordinal).ShouldBe(two.Detail);
    }

    [Fact]
    [Trait("Requirement", "18239-4")]
    [Trait("Requirement", "18239-5")]
    public async Task Reading_controlled_data_is_noted_and_reading_public_data_is_not()
    {
        await using var world = await ReadyAsync();
        await world.WriteAsync(world.State(World.Battery, "stateOfHealth", "90"), world.State(World.Battery, "ratedCapacity", "1"));
        world.As(Actor.Anonymous);
        await world.ReadsAsync("ratedCapacity");
        world.Current.Trail.Take(world.Current.Actor, world.Clock.Now).ShouldBeEmpty();
        var actor = World.Person(World.Driver, ActorRoles.None, "legitimate-interest");
        await world.As(actor).ReadsAsync("stateOfHealth");
        var entry = world.Current.Trail.Take(actor, world.Clock.Now).ShouldHaveSingleItem();
        (entry.Who, entry.Action).ShouldBe((World.Driver.Value, "read"));
        entry.What.ShouldBe($"{World.Battery}: stateOfHealth");
    }

    private static async Task<Problem?> RefusalAsync(World world, string id)
    {
        try
        {
            await foreach (var _ in world.Reader.ReadSeriesAsync(id, new SeriesRange()))
            {
            }

            return null;
        }
        catch (ProblemException e)
        {
            return e.Problem;
        }
    }

    private static async Task<World> ReadyAsync()
    {
        var world = await new World().WithThingsAsync();
        await world.Record.WriteAsync(new WriteBatch
        {
            Things = [new Thing(World.Battery, ThingKind.Battery, "Battery one", World.Model) { Aliases = ["B1", "SECRET-42"] }],
            Documents = [new DocumentContent("import.csv", "text/csv", Import)],
        });
        await world.AppendSeriesAsync(World.Battery, ImportHash);
        return await world.WithResponsibleAsync(World.Model, World.Maker);
    }
}
