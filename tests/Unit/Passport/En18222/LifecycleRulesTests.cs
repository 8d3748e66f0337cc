using Voltloop.Core.Problems;
using Voltloop.Passport.ChangeLifecycle;

namespace Voltloop.Tests.Unit.Passport.En18222;

/// <summary>Every pair of statuses: what the law lets happen, written a second time by hand.</summary>
[Trait("Requirement", "LAW-12")]
public sealed class LifecycleRulesTests
{
    private static readonly string[] Lives = ["repurposed", "re-used", "remanufactured"];
    private readonly LifecycleRules _rules = LifecycleRules.Load();

    public static TheoryData<string, string> Pairs =>
        new(LifecycleRules.Statuses.SelectMany(from => LifecycleRules.Statuses.Select(to => (from, to))));

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Each_pair_of_statuses_is_allowed_or_refused(string from, string to)
    {
        var newLife = from != "recycled" && Lives.Contains(to);
        var waste = to == "waste" && from is not ("waste" or "recycled");
        var recycled = (from, to) is ("waste", "recycled");
        if (newLife || waste || recycled)
        {
            var transition = _rules.Get(from, to);
            (transition.NewPassport, transition.NeedsOperator, transition.Ceases).ShouldBe((newLife, newLife || waste, recycled));
            transition.Provision.ShouldNotBeEmpty();
        }
        else
        {
            Should.Throw<ProblemException>(() => _rules.Get(from, to)).Problem.Kind.ShouldBe(CommonProblems.Conflict);
        }
    }

    [Fact]
    public void An_unknown_status_is_named() =>
        Should.Throw<ProblemException>(() => _rules.Get("original", "melted")).Problem.Detail.ShouldContain("melted");
}
