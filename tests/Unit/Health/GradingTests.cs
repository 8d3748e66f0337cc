using Voltloop.Core.Problems;
using Voltloop.Health.GradeSecondLife;
using Voltloop.Health.Model.Grading;
using Voltloop.Kernels.Conformal;

namespace Voltloop.Tests.Unit.Health;

public sealed class GradingTests
{
    private static readonly GradingPolicy Policy = new();

    [Fact]
    public void A_sure_cell_gets_its_grade_and_a_doubtful_one_the_cheaper_mistake()
    {
        Decide(90, 91, 92).ShouldBe((Grade.A, false));
        // Half the chance of B: too high costs 5 and too low 1, so it is used as B; measuring at 0.4 is cheaper still.
        Decide(79, 79, 81, 81).ShouldBe((Grade.B, true));
        GradeDecision.Of(Estimate(79, 79, 81, 81), Policy with { Measuring = 2 }).MeasureFirst.ShouldBeFalse();
        Decide(50, 55).ShouldBe((Grade.C, false));
    }

    [Fact]
    public void Gates_pass_fail_or_have_no_evidence()
    {
        var checks = new RoutineChecks { Manufactured = new DateOnly(2005, 1, 1), VisuallySound = true, Insulation = 100 };
        Gates.Of(checks, Policy, new DateOnly(2026, 1, 1)).Select(gate => gate.Outcome).ShouldBe([Gate.Failed, Gate.Passed, Gate.Failed, Gate.Unknown, Gate.Unknown]);
    }

    [Fact]
    public void The_shipped_cells_are_graded_near_what_a_full_discharge_gives()
    {
        // Graded from the reference itself by leaving nothing out would be too easy: the errors asked for are those of cells left out.
        var grader = GradeReference.Of(Repository.Sample("pulsebat", "reference.csv")).For("NMC 21 Ah");
        var rows = GradingFile.Read(File.ReadAllText(Repository.Sample("pulsebat", "to-grade.csv"))).Where(row => row.Type == "NMC 21 Ah").ToArray();
        var estimates = rows.Select(row => grader.Estimate(row.Reading)!).ToArray();
        estimates.ShouldAllBe(estimate => estimate.Interval.Holds(estimate.Health) && estimate.Interval.Width > 0.5 && estimate.Interval.Width < 6);
        var odd = rows[0].Reading with { Voltages = [.. rows[0].Reading.Voltages.Select(volt => volt + 1)] };
        grader.Estimate(odd).ShouldBeNull();
    }

    [Theory]
    [InlineData("u7_volt", "u7_volts", "no column u7_volt")]
    [InlineData(",3.5118,", ",x,", "u1_volt is \"x\"")]
    [InlineData(",3.5118,", ",35.1,", "between 0 and 10")]
    [InlineData(",3.5118,", ",,", "u1_volt is missing")]
    [InlineData(",3.5174", "", "too short")]
    public void Bad_tables_are_refused_with_the_place(string good, string bad, string said)
    {
        const string Head = "cell,cell_type,nominal_capacity_ah,charge_percent,u1_volt,u2_volt,u3_volt,u4_volt,u5_volt,u6_volt,u7_volt,u8_volt,u9_volt,u10_volt,u11_volt,u12_volt,u13_volt,u14_volt,u15_volt,u16_volt,u17_volt,u18_volt,u19_volt,u20_volt,u21_volt";
        const string Row = "A,LMO 10 Ah,10,30,3.5118,3.5339,3.5583,3.5362,3.5144,3.4927,3.4679,3.4900,3.5118,3.5569,3.6048,3.5601,3.5160,3.4714,3.4228,3.4677,3.5111,3.5794,3.6498,3.5826,3.5174";
        GradingFile.Read($"{Head}\r\n{Row}\r\n").ShouldHaveSingleItem().Nominal.ShouldBe(10);
        Should.Throw<ProblemException>(() => GradingFile.Read($"{Head}\n{Row}\n".Replace(good, bad, StringComparison.Ordinal))).Message.ShouldContain(said);
    }

    [Fact]
    public void A_type_without_reference_is_refused_by_name() =>
        Should.Throw<ProblemException>(() => GradeReference.Of(Repository.Sample("pulsebat", "reference.csv")).For("LTO 5 Ah")).Message.ShouldContain("LTO 5 Ah");

    private static (Grade, bool) Decide(params double[] likely) => GradeDecision.Of(Estimate(likely), Policy) is var decision ? (decision.Grade, decision.MeasureFirst) : default;

    private static HealthEstimate Estimate(params double[] likely) => new(likely.Average(), new Bounds(likely.Min(), likely.Max()), 0.9, likely);
}
