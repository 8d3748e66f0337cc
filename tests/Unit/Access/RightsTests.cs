using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Time;
using Voltloop.Record.Policies;
using Voltloop.Record.Ports;
using Voltloop.Record.Statements;
using Voltloop.Record.Things;

namespace Voltloop.Tests.Access;

[Trait("Requirement", "18239-6")]
public sealed class RightsTests
{
    private const string Health = "stateOfHealth";

    [Fact]
    [Trait("Requirement", "18239-3")]
    public async Task A_grant_of_one_term_opens_that_term_of_that_thing_and_nothing_else()
    {
        await using var world = await ReadyAsync();
        await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Read) { Terms = [Health], Scope = new GrantScope(Thing: World.Battery) });
        world.As(World.Person(World.Workshop));
        (await world.ReadsAsync(Health)).ShouldBeTrue();
        (await world.ReadsAsync("remainingCapacity")).ShouldBeFalse();
        (await world.ReadsAsync(Health, World.Other)).ShouldBeFalse();
        world.As(World.Person(World.Driver));
        (await world.ReadsAsync(Health)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grant_of_a_model_reaches_its_items_and_one_of_an_audience_its_points()
    {
        await using var world = await ReadyAsync();
        await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Read) { Audience = "authority", Scope = new GrantScope(Model: World.Model) });
        world.As(World.Person(World.Workshop));
        (await world.ReadsAsync("resultOfTestReport")).ShouldBeTrue();
        (await world.ReadsAsync("resultOfTestReport", World.Other)).ShouldBeTrue();
        (await world.ReadsAsync(Health)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_grant_begins_and_ends_at_its_moments()
    {
        await using var world = await ReadyAsync();
        var now = world.Clock.Now;
        await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Read) { From = now.AddHours(1), To = now.AddHours(2) });
        world.As(World.Person(World.Workshop));
        var seen = new List<bool>();
        foreach (var at in new[] { 0.5, 1.0, 1.999, 2.0 })
        {
            world.Clock.Now = now.AddHours(at);
            seen.Add(await world.ReadsAsync(Health));
        }

        seen.ShouldBe([false, true, true, false]);
    }

    [Fact]
    public async Task A_revocation_works_for_the_very_next_question()
    {
        await using var world = await ReadyAsync();
        var grant = await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Read));
        (await world.As(World.Person(World.Workshop)).ReadsAsync(Health)).ShouldBeTrue();
        await world.As(World.Person(World.Maker)).Rights.RevokeAsync(grant.Id);
        (await world.As(World.Person(World.Workshop)).ReadsAsync(Health)).ShouldBeFalse();
        world.Use(world.Vocabulary);
        (await world.ReadsAsync(Health)).ShouldBeFalse("also after a restart");
    }

    [Fact]
    public async Task In_an_emergency_the_keeper_takes_everything_from_an_operator_even_when_the_clock_was_set_back()
    {
        await using var world = await ReadyAsync();
        await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Read));
        await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Write));
        world.Clock.Pass(TimeSpan.FromMinutes(-10));
        await world.AsKeeper().Rights.RevokeAllAsync(World.Workshop);
        world.Clock.Pass(TimeSpan.FromMinutes(20));
        (await world.As(World.Person(World.Workshop)).ReadsAsync(Health)).ShouldBeFalse();
        world.Use(world.Vocabulary);
        (await world.ReadsAsync(Health)).ShouldBeFalse();
    }

    [Fact]
    public async Task Who_passes_a_right_on_gives_no_more_than_it_holds_and_takes_it_along_when_it_goes()
    {
        await using var world = await ReadyAsync();
        var first = await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Read) { Terms = [Health], Delegable = true });
        await GiveAsync(world, World.Workshop, new GrantRequest(World.Driver, AccessRight.Read));
        world.As(World.Person(World.Driver));
        (await world.ReadsAsync(Health)).ShouldBeTrue();
        (await world.ReadsAsync("remainingCapacity")).ShouldBeFalse("the workshop holds one term only");
        (await WritesAsync(world, World.Driver)).ShouldBeFalse("the workshop may not write");
        await world.As(World.Person(World.Maker)).Rights.RevokeAsync(first.Id);
        (await world.As(World.Person(World.Driver)).ReadsAsync(Health)).ShouldBeFalse("what the workshop lost, the driver lost");
    }

    [Fact]
    public async Task A_right_that_was_not_meant_to_be_passed_on_is_worth_nothing_to_others()
    {
        await using var world = await ReadyAsync();
        await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Read) { Scope = new GrantScope(Thing: World.Battery) });
        var refusal = await Should.ThrowAsync<ProblemException>(() => GiveAsync(world, World.Workshop, new GrantRequest(World.Driver, AccessRight.Read) { Scope = new GrantScope(Thing: World.Battery) }));
        refusal.Problem.Kind.ShouldBe(AccessProblems.GrantTooWide);
        await GiveAsync(world, World.Workshop, new GrantRequest(World.Driver, AccessRight.Read));
        (await world.As(World.Person(World.Driver)).ReadsAsync(Health)).ShouldBeFalse();
    }

    [Fact]
    public async Task A_chain_of_grants_ends_at_its_limit_and_a_circle_gives_nothing()
    {
        await using var world = await ReadyAsync();
        var holders = Enumerable.Range(0, AccessPolicy.MaxChain + 2).Select(i => ThingId.Parse($"did:web:link{i}.example")).Prepend(World.Maker).ToArray();
        for (var i = 0; i + 1 < holders.Length; i++) await GiveAsync(world, holders[i], new GrantRequest(holders[i + 1], AccessRight.Read) { Delegable = true });
        var reads = new List<bool>();
        foreach (var holder in holders) reads.Add(await world.As(World.Person(holder)).ReadsAsync(Health));
        reads.Count(r => r).ShouldBe(AccessPolicy.MaxChain + 1);
        reads[^1].ShouldBeFalse();

        await GiveAsync(world, World.Workshop, new GrantRequest(World.Driver, AccessRight.Write) { Delegable = true });
        await GiveAsync(world, World.Driver, new GrantRequest(World.Workshop, AccessRight.Write) { Delegable = true });
        (await world.As(World.Person(World.Workshop)).ReadsAsync(Health)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "LAW-04")]
    public async Task A_hand_over_moves_the_right_to_write_and_everything_the_old_operator_had_given()
    {
        await using var world = await ReadyAsync();
        await GiveAsync(world, World.Maker, new GrantRequest(World.Driver, AccessRight.Read) { Scope = new GrantScope(Thing: World.Battery) });
        (await WritesAsync(world, World.Maker)).ShouldBeTrue();
        (await WritesAsync(world, World.Workshop)).ShouldBeFalse();
        await world.As(World.Person(World.Maker)).Rights.HandOverAsync(World.Battery, World.Workshop, world.Clock.Now.AddHours(1));
        (await WritesAsync(world, World.Maker)).ShouldBeTrue("until the moment of the hand-over");
        world.Clock.Pass(TimeSpan.FromHours(1));
        (await WritesAsync(world, World.Maker)).ShouldBeFalse();
        (await WritesAsync(world, World.Workshop)).ShouldBeTrue();
        (await world.As(World.Person(World.Driver)).ReadsAsync(Health)).ShouldBeFalse("the maker's grant went with its responsibility");
        (await world.As(World.Person(World.Maker)).ReadsAsync(Health)).ShouldBeFalse();
        (await WritesAsync(world, World.Maker, World.Other)).ShouldBeTrue("only one battery was handed over");
        var again = await Should.ThrowAsync<ProblemException>(() => world.As(World.Person(World.Maker)).Rights.HandOverAsync(World.Battery, World.Maker, null));
        again.Problem.Kind.ShouldBe(AccessProblems.Forbidden);
    }

    [Fact]
    [Trait("Requirement", "18239-4")]
    public async Task Rights_are_statements_so_the_past_of_a_right_can_be_read()
    {
        await using var world = await ReadyAsync();
        var grant = await GiveAsync(world, World.Maker, new GrantRequest(World.Workshop, AccessRight.Read));
        var granted = world.Clock.Now;
        world.Clock.Pass(TimeSpan.FromDays(1));
        await world.As(World.Person(World.Maker)).Rights.RevokeAsync(grant.Id);
        var then = (await world.Record.ReadStatementsAsync(World.Workshop, AsOf.At(granted))).Single(s => s.Statement.Term == AccessTerms.Grants);
        then.Statement.Value.Json.ShouldContain(grant.Id);
        then.Issuer.ShouldBe(World.Maker.Value);
        var now = (await world.Record.ReadStatementsAsync(World.Workshop, AsOf.Latest)).Single(s => s.Statement.Term == AccessTerms.Grants);
        now.Statement.Value.Json.ShouldBe("[]");
    }

    [Fact]
    [Trait("Requirement", "LAW-04")]
    [Trait("Requirement", "LAW-11")]
    public async Task Nobody_writes_rights_past_the_desk_or_speaks_for_another_operator()
    {
        await using var world = await ReadyAsync();
        world.As(World.Person(World.Maker));
        await RefusedAsync(world, "did:web:maker.example", world.State(World.Battery, AccessTerms.Responsible, "\"did:web:driver.example\""));
        await RefusedAsync(world, "did:web:maker.example", world.State(World.Maker, AccessTerms.Grants, "[]"));
        await RefusedAsync(world, "did:web:workshop.example", world.State(World.Battery, Health, "90"));
        world.As(Actor.Anonymous);
        await RefusedAsync(world, "did:web:maker.example", world.State(World.Battery, Health, "90"));
        world.As(World.Person(World.Maker, ActorRoles.None));
        await RefusedAsync(world, "did:web:maker.example", world.State(World.Battery, Health, "90"));
        world.As(World.Person(World.Maker).SeeingAs("public"));
        await RefusedAsync(world, "did:web:maker.example", world.State(World.Battery, Health, "90"));
    }

    [Fact]
    [Trait("Requirement", "LAW-04")]
    public async Task Who_creates_a_thing_answers_for_it()
    {
        await using var world = await ReadyAsync();
        var made = ThingId.Parse("https://id.gs1.org/01/09521234500018/21/NEW");
        world.As(World.Person(World.Workshop));
        await world.Writer.WriteAsync(new WriteBatch { Things = [new Thing(made, ThingKind.Battery, "New", World.Model)], Assertions = [new Assertion(World.Workshop.Value, [world.State(made, Health, "99")])] });
        (await WritesAsync(world, World.Workshop, made)).ShouldBeTrue();
        (await WritesAsync(world, World.Maker, made)).ShouldBeFalse();
    }

    [Fact]
    [Trait("Requirement", "LAW-10")]
    public async Task Nobody_but_the_keeper_says_that_an_operator_is_gone_not_even_who_creates_it()
    {
        await using var world = await ReadyAsync();
        var rival = ThingId.Parse("did:web:rival.example");
        var end = new Statement(rival, AccessTerms.OperatorCeased, StatementValue.Of("2026-01-01"), world.Clock.GetUtcNow());
        world.As(World.Person(World.Workshop));
        var refused = await Should.ThrowAsync<ProblemException>(() => world.Writer.WriteAsync(new WriteBatch
        {
            Things = [new Thing(rival, ThingKind.Operator, "Rival")],
            Assertions = [new Assertion(World.Workshop.Value, [end])],
        }));
        refused.Problem.Kind.ShouldBe(AccessProblems.Forbidden);
    }

    [Theory]
    [InlineData("""{"a":1}""")]
    [InlineData("""[{"id":"x","grantor":"not an id","right":"read","from":"2020-01-01T00:00:00Z"}]""")]
    [InlineData("""[{"id":"x","grantor":"did:web:maker.example","right":"read","thing":"broken","from":"2020-01-01T00:00:00Z"}]""")]
    [InlineData("""[{"id":"x","grantor":"did:web:maker.example","right":"everything","from":"2020-01-01T00:00:00Z"}]""")]
    public void A_list_of_grants_that_cannot_be_read_gives_no_right(string json) => GrantList.Read(World.Workshop, json).ShouldBeEmpty();

    private static async Task<World> ReadyAsync()
    {
        var world = await new World().WithThingsAsync();
        await world.WithResponsibleAsync(World.Model, World.Maker);
        foreach (var thing in new[] { World.Battery, World.Other })
        {
            await world.WriteAsync(world.State(thing, Health, "91"), world.State(thing, "remainingCapacity", "1"), world.State(thing, "resultOfTestReport", "\"https://x.example/r\""), world.State(thing, "ratedCapacity", "1"));
        }

        world.Clock.Pass(TimeSpan.FromMinutes(1));
        return world;
    }

    private static Task<Grant> GiveAsync(World world, ThingId grantor, GrantRequest request) =>
        world.As(World.Person(grantor)).Rights.GrantAsync(request, world.Vocabulary);

    private static async Task<bool> WritesAsync(World world, ThingId operatorId, ThingId? thing = null)
    {
        world.As(World.Person(operatorId));
        try
        {
            await world.Writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(operatorId.Value, [world.State(thing ?? World.Battery, Health, "90")])] });
            return true;
        }
        catch (ProblemException e) when (e.Problem.Kind == AccessProblems.Forbidden)
        {
            return false;
        }
    }

    private static async Task RefusedAsync(World world, string issuer, Statement statement)
    {
        var refusal = await Should.ThrowAsync<ProblemException>(() => world.Writer.WriteAsync(new WriteBatch { Assertions = [new Assertion(issuer, [statement])] }));
        refusal.Problem.Kind.ShouldBeOneOf(AccessProblems.Forbidden, AccessProblems.SignInRequired);
    }
}
