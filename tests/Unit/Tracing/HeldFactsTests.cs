using Voltloop.Core.Identities;
using Voltloop.Core.Provenance;
using Voltloop.Record.Statements;
using Voltloop.Tracing.Model.KeyEvents;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>Facts of events stand back behind people, and only they are changed or taken back.</summary>
public sealed class HeldFactsTests
{
    private const string Me = "did:web:me.example";
    private const string Other = "did:web:other.example";
    private const string Static = "manufacturingDate";
    private const string Dynamic = "remainingCapacity";

    private static readonly ThingId Pack = ThingId.Parse("https://id.gs1.org/01/09521234500223/21/PACK-1");
    private static readonly DateTimeOffset Day = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(Static, 0, true)]
    [InlineData(Static, 30, true)]
    [InlineData(Static, -30, true)]
    [InlineData(Dynamic, 0, true)]
    [InlineData(Dynamic, 30, false)]
    [InlineData(Dynamic, -30, false)]
    public void A_word_of_people_holds_a_fact_back_always_or_about_the_same_moment(string term, int daysApart, bool isHeld)
    {
        var changes = Changes([Fact(term, 1)], Recorded(term, 9, Day.AddDays(daysApart), byPeople: true));
        (changes.Held.Count, changes.New.Count, changes.Gone.Count).ShouldBe(isHeld ? (1, 0, 0) : (0, 1, 0));
    }

    [Theory]
    [InlineData(Static, StatementKind.Retracted, false)]
    [InlineData(Static, StatementKind.Ended, false)]
    [InlineData(Dynamic, StatementKind.Retracted, true)]
    public void What_people_took_back_no_longer_speaks_of_what_never_changes_but_still_of_its_moment(string term, StatementKind kind, bool isHeld)
    {
        var changes = Changes([Fact(term, 1)], Recorded(term, 9, Day, byPeople: true, kind));
        (changes.Held.Count, changes.New.Count).ShouldBe(isHeld ? (1, 0) : (0, 1));
    }

    [Fact]
    public void What_is_stated_already_is_not_stated_again_and_what_changed_is()
    {
        var known = Recorded(Dynamic, 1, Day, byPeople: false);
        Changes([Fact(Dynamic, 1)], known).New.ShouldBeEmpty();
        Changes([Fact(Dynamic, 2)], known).New.ShouldHaveSingleItem().Statement.Value.Json.ShouldBe("2");
        Changes([Fact(Dynamic, 1) with { Issuer = Other }], known).New.ShouldHaveSingleItem().Issuer.ShouldBe(Other);
    }

    [Fact]
    public void A_fact_that_no_event_says_any_more_is_taken_back_unless_people_stand_over_it()
    {
        var ours = Recorded(Dynamic, 1, Day, byPeople: false);
        var gone = Changes([], ours).Gone.ShouldHaveSingleItem();
        (gone.Issuer, gone.Statement.Kind, gone.Statement.ValidFrom).ShouldBe((Me, StatementKind.Retracted, Day));
        Changes([], Recorded(Dynamic, 9, Day, byPeople: true), ours).Gone.ShouldBeEmpty("theirs is the newest of that moment");
        Changes([], Recorded(Dynamic, 1, Day, byPeople: false, StatementKind.Retracted), ours).Gone.ShouldBeEmpty("it was taken back already");
        Changes([], Recorded(Static, 9, Day, byPeople: true)).Gone.ShouldBeEmpty("people take back their own");
    }

    // The newest statement comes first, as the record gives them.
    private static FactChanges Changes(Fact[] facts, params RecordedStatement[] history) => FactChanges.Of(facts, history, term => term == Dynamic);

    private static Fact Fact(string term, double value) => new(Me, Statement(term, value, Day, byPeople: false, StatementKind.Value));

    private static RecordedStatement Recorded(string term, double value, DateTimeOffset at, bool byPeople, StatementKind kind = StatementKind.Value) =>
        new(Statement(term, value, at, byPeople, kind), 1, 0, byPeople ? Other : Me, Day);

    private static Statement Statement(string term, double value, DateTimeOffset at, bool byPeople, StatementKind kind) =>
        new(Pack, term, StatementValue.Of(value), at) { Kind = kind, Evidence = byPeople ? Evidence.Declared : new Evidence(ThingFacts.Method + "test") };
}
