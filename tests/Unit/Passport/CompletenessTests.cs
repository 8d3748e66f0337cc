using Voltloop.Core.Problems;
using Voltloop.Passport.Model;
using Voltloop.Record.Terms;

namespace Voltloop.Tests.Unit.Passport;

[Trait("Requirement", "EC-71")]
public sealed class CompletenessTests
{
    private static readonly DateOnly PassportDay = new(2027, 2, 18);
    private readonly Vocabulary _vocabulary = Vocabulary.Load();

    [Theory]
    [InlineData("ev", 47)]
    [InlineData("lmt", 50)]
    [InlineData("industrial", 32)]
    [Trait("Requirement", "LAW-01")]
    public void An_empty_passport_lacks_all_mandatory_points_on_the_day(string category, int mandatory)
    {
        var report = Run(category, PassportDay);
        report.Lines.Count.ShouldBe(71);
        report.Mandatory.ShouldBe(mandatory);
        report.MandatoryPresent.ShouldBe(0);
        report.Counts[CompletenessStatus.Missing].ShouldBe(mandatory);
        report.Complete.ShouldBeFalse();
    }

    [Fact]
    public void The_day_before_nothing_is_missing_yet()
    {
        var report = Run("ev", PassportDay.AddDays(-1));
        report.Complete.ShouldBeTrue();
        Line(report, "EC-10").Status.ShouldBe(CompletenessStatus.NotYetRequired);
        Line(report, "EC-10").Since.ShouldBe(PassportDay);
    }

    [Fact]
    public void Due_diligence_waits_for_its_own_day()
    {
        Line(Run("ev", PassportDay), "EC-19").ShouldSatisfyAllConditions(
            line => line.Status.ShouldBe(CompletenessStatus.NotYetRequired), line => line.Since.ShouldBe(new DateOnly(2027, 8, 18)));
        Line(Run("ev", new DateOnly(2027, 8, 18)), "EC-19").Status.ShouldBe(CompletenessStatus.Conditional);
    }

    [Fact]
    public void Pending_acts_have_no_day_and_other_categories_do_not_apply()
    {
        var report = Run("lmt", new DateOnly(2030, 1, 1));
        Line(report, "EC-17").ShouldSatisfyAllConditions(
            line => line.Status.ShouldBe(CompletenessStatus.NotYetRequired), line => line.Since.ShouldBeNull(), line => line.Note!.ShouldContain("Article 7"));
        Line(report, "EC-33").Status.ShouldBe(CompletenessStatus.NotApplicable);
        Line(report, "EC-57").Status.ShouldBe(CompletenessStatus.Conditional);
    }

    [Fact]
    public void A_repetition_is_present_when_all_it_repeats_is()
    {
        Line(Run("ev", PassportDay, "batteryChemistry", "hazardousSubstances"), "EC-16").Status.ShouldBe(CompletenessStatus.NotApplicable);
        Line(Run("ev", PassportDay, "batteryChemistry", "hazardousSubstances", "criticalRawMaterials"), "EC-16").Status.ShouldBe(CompletenessStatus.Present);
    }

    [Fact]
    public void Any_term_of_a_data_point_answers_it()
    {
        Line(Run("ev", PassportDay, "extinguishingAgentDetails"), "EC-14").Status.ShouldBe(CompletenessStatus.Present);
        Line(Run("lmt", PassportDay, "currentResistancePack"), "EC-66").Status.ShouldBe(CompletenessStatus.Present);
    }

    [Fact]
    public void A_model_is_not_asked_for_what_belongs_to_its_items()
    {
        var line = Line(new CompletenessCheck(_vocabulary, "ev", PassportDay).Run(PassportRoom.Model, isModel: true, new HashSet<string>()), "EC-09");
        line.Status.ShouldBe(CompletenessStatus.NotApplicable);
        line.Mandatory.ShouldBeFalse();
        line.Note!.ShouldContain("item");
    }

    [Fact]
    [Trait("Requirement", "LAW-01")]
    public void A_category_without_rules_is_a_named_problem() =>
        Should.Throw<ProblemException>(() => Run("sli", PassportDay)).Problem.Remedy!.ShouldContain("industrial");

    private static CompletenessLine Line(CompletenessReport report, string point) => report.Lines.Single(line => line.DataPoint == point);

    private CompletenessReport Run(string category, DateOnly on, params string[] present) =>
        new CompletenessCheck(_vocabulary, category, on).Run(PassportRoom.Item, isModel: false, present.ToHashSet());
}
