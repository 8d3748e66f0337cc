using Voltloop.Core.Problems;
using Voltloop.Tracing.Model.Between;

namespace Voltloop.Tests.Unit.Tracing.Between;

/// <summary>Every cell of who asks, on what ground, which way, how far: open where a row of the table says so, closed everywhere else.</summary>
public sealed class ChainAccessTests
{
    private const string Asker = "did:web:pack.example";
    private const string Thing = "https://id.gs1.org/01/09521234500032/10/ORE-17";
    private static readonly DateTimeOffset Now = new(2027, 3, 1, 12, 0, 0, TimeSpan.Zero);

    /// <summary>Each way in which a grant may fail to fit, and the one in which it fits.</summary>
    private static readonly (string Name, Func<ChainGrant, ChainGrant?> Change)[] GrantCells =
    [
        ("none", _ => null),
        ("fits", grant => grant),
        ("other grantee", grant => grant with { Grantee = "did:web:other.example" }),
        ("other purpose", grant => grant with { Purpose = "audit" }),
        ("other direction", grant => grant with { Direction = grant.Direction == ChainDirection.Up ? ChainDirection.Down : ChainDirection.Up }),
        ("other thing", grant => grant with { Thing = Thing + "8" }),
        ("thing in another case", grant => grant with { Thing = Thing.ToUpperInvariant() }),
        ("expired", grant => grant with { To = Now }),
        ("not begun", grant => grant with { From = Now.AddSeconds(1) }),
        ("other grant than asked for", grant => grant with { Id = "g2" }),
    ];

    public static TheoryData<string, string, int, int, bool> Cells()
    {
        var data = new TheoryData<string, string, int, int, bool>();
        foreach (var (name, _) in GrantCells)
        {
            foreach (var direction in (string[])["up", "down"])
            {
                for (var depth = 1; depth <= 3; depth++)
                {
                    for (var steps = 0; steps <= 3; steps++)
                    {
                        data.Add(name, direction, depth, steps, false);
                        data.Add(name, direction, depth, steps, true);
                    }
                }
            }
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_is_open_only_where_the_table_says_so(string cell, string direction, int depth, int steps, bool isPartner)
    {
        var question = new ChainQuestion(Thing, ChainWords.Direction(direction), "recall") { Grant = "g1" };
        var grant = GrantCells.Single(one => one.Name == cell).Change(Grant(question.Direction, depth));
        var asked = new AskCase(question, Asker, Now) { From = [new ReachedFrom(Thing, steps, isPartner)], Grants = grant is null ? [] : [grant] };
        var expected = isPartner && steps == 0 ? "partner" : cell == "fits" && steps < depth ? "grant g1" : null;
        ChainAccess.Decide(asked, OpenRule.Usual)?.ToString().ShouldBe(expected);
    }

    [Fact]
    public void What_no_event_names_is_closed_also_with_a_grant_for_it()
    {
        var question = new ChainQuestion(Thing, ChainDirection.Up, "recall");
        ChainAccess.Decide(new AskCase(question, Asker, Now) { Grants = [Grant(ChainDirection.Up, 8)] }, OpenRule.Usual).ShouldBeNull();
    }

    [Fact]
    public void Without_a_row_nothing_is_open()
    {
        var asked = new AskCase(new ChainQuestion(Thing, ChainDirection.Up, "recall"), Asker, Now) { From = [new ReachedFrom(Thing, 0, true)], Grants = [Grant(ChainDirection.Up, 8)] };
        ChainAccess.Decide(asked, []).ShouldBeNull();
        ChainAccess.Decide(asked, [OpenRule.Usual[0] with { Purposes = ["audit"] }]).ShouldBeNull();
        ChainAccess.Decide(asked, [OpenRule.Usual[0] with { Purposes = ["recall"] }])!.Ground.ShouldBe(OpenGround.Partner);
    }

    [Fact]
    public void The_nearest_ground_wins_and_a_further_one_still_helps()
    {
        var question = new ChainQuestion("B", ChainDirection.Down, "recall");
        var asked = new AskCase(question, Asker, Now) { From = [new ReachedFrom("B", 0, false), new ReachedFrom(Thing, 1, true)], Grants = [Grant(ChainDirection.Down, 2)] };
        ChainAccess.Decide(asked, OpenRule.Usual)!.ToString().ShouldBe("grant g1", "one step on from what was exchanged is not the partner's any more");
    }

    [Fact]
    public void Only_as_far_back_is_looked_as_a_ground_can_reach()
    {
        var question = new ChainQuestion(Thing, ChainDirection.Up, "recall");
        ChainAccess.Horizon([], question, OpenRule.Usual).ShouldBe(0);
        ChainAccess.Horizon([Grant(ChainDirection.Up, 5), Grant(ChainDirection.Down, 8), Grant(ChainDirection.Up, 8) with { Purpose = "audit" }], question, OpenRule.Usual).ShouldBe(4);
    }

    [Theory]
    [InlineData(0, 1, Thing)]
    [InlineData(9, 1, Thing)]
    [InlineData(1, 0, Thing)]
    [InlineData(1, -1, Thing)]
    [InlineData(1, 1, "")]
    public void A_grant_that_says_nothing_is_refused(int depth, int days, string thing) => Should.Throw<ProblemException>(
        () => (Grant(ChainDirection.Up, depth) with { Thing = thing, From = Now, To = Now.AddDays(days) }).Checked()).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);

    private static ChainGrant Grant(ChainDirection direction, int depth) =>
        new("g1", Asker, Thing, direction, "recall") { Depth = depth, From = Now.AddDays(-1), To = Now.AddDays(1) };
}
