using System.Globalization;
using System.Text;
using Voltloop.Core.Provenance;
using Voltloop.Health.CompareCells;
using Voltloop.Health.GradeSecondLife;
using Voltloop.Health.Model.Grading;
using Voltloop.Core.Problems;

namespace Voltloop.Tests.Unit.Health;

public sealed class TestStatementsTests
{
    [Fact]
    public async Task Importing_a_test_states_efficiencies_and_the_resistance_of_its_pulses()
    {
        // Seven cycles of an hour at 2 A; each discharge follows a rest of 60 s, drops 0.1 V at once and 0.02 V more by 30 s.
        var text = new StringBuilder("test_time_second,voltage_volt,current_ampere\n");
        var now = 0.0;
        void Row(double seconds, double volt, double ampere) => text.Append(CultureInfo.InvariantCulture, $"{now += seconds:0.###},{volt},{ampere}\n");
        for (var cycle = 0; cycle < 7; cycle++)
        {
            for (var i = 0; i < 360; i++) Row(10, 3.9, 2);
            for (var i = 0; i < 7; i++) Row(10, 3.8, 0);
            Row(0.5, 3.7, -2);
            for (var i = 1; i <= 359; i++) Row(10, i == 1 ? 3.69 : i < 3 ? 3.685 : 3.68, -2);
        }

        var plan = await Import.SeriesAsync(text.ToString());
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        var efficiency = plan.Statement("coulombicEfficiency");
        efficiency.Value.AsNumber()!.Value.ShouldBe(100, 1);
        efficiency.Uncertainty!.Value.Level.ShouldBe(1 - Math.Pow(2, -6), 1e-9);
        plan.Number("currentRoundTripEfficiency").ShouldBe(100 * 3.68 / 3.9, 1);
        var pulses = plan.Statement("pulseResistance").Value.AsElement();
        pulses.GetArrayLength().ShouldBe(3);
        pulses[0].GetProperty("seconds").GetDouble().ShouldBe(10);
        pulses[0].GetProperty("ohm").GetDouble().ShouldBe((3.8 - 3.69) / 2, 1e-4);
        pulses[2].GetProperty("ohm").GetDouble().ShouldBe((3.8 - 3.68) / 2, 1e-4);
        pulses[0].GetProperty("pulses").GetInt32().ShouldBe(7);
    }

    [Fact]
    public async Task A_current_that_does_not_hold_or_no_rest_before_gives_no_resistance()
    {
        var text = new StringBuilder("test_time_second,voltage_volt,current_ampere\n");
        for (var i = 0; i < 400; i++) text.Append(CultureInfo.InvariantCulture, $"{i},{3.7 + (0.0001 * i)},{(i < 100 ? 0 : 1 + (0.01 * (i - 100)))}\n");
        var plan = await Import.SeriesAsync(text.ToString());
        plan.CanCommit.ShouldBeTrue(string.Join('\n', plan.Findings));
        var terms = plan.Batch.Assertions.SelectMany(one => one.Statements).Select(one => one.Term).ToList();
        terms.ShouldContain("capacityThroughput");
        terms.ShouldNotContain("pulseResistance");
        terms.ShouldNotContain("coulombicEfficiency");
    }

    [Theory]
    [InlineData(91, 90, 92, "A", "hold")]
    [InlineData(70, 69, 71, "B", "hold")]
    [InlineData(40, 38, 42, "C", "hold")]
    [InlineData(80, 70, 90, "B", "measure")]
    public void A_returned_battery_is_graded_on_its_recorded_health(double health, double lower, double upper, string grade, string status)
    {
        var cell = RecordGrader.Of(("id", "model"), (health, new Interval(lower, upper, 0.95)), (new RoutineChecks(), new GradingPolicy()), new DateOnly(2026, 11, 22));
        (cell.Grade.ToString(), cell.Status).ShouldBe((grade, status));
        cell.Probabilities.Sum().ShouldBe(1, 0.01);
    }

    [Fact]
    public void Checks_that_fail_reject_and_checks_that_pass_release()
    {
        GradedCell Graded(ChecksRequest checks) => RecordGrader.Of(("id", "model"), (91, new Interval(90, 92, 0.95)), (checks.Read(), new GradingPolicy()), new DateOnly(2026, 11, 22));
        var sound = new ChecksRequest { Visual = "pass", History = "pass", Insulation = "2000", SelfDischarge = "1.5", Manufactured = "2024-03-01" };
        Graded(sound).Status.ShouldBe("release");
        Graded(sound with { Visual = "fail" }).Status.ShouldBe("reject");
        foreach (var bad in new[] { sound with { Visual = "ok" }, sound with { Insulation = "much" }, sound with { SelfDischarge = "-1" }, sound with { Manufactured = "1.3.2024" } })
        {
            Should.Throw<ProblemException>(bad.Read).Problem.Kind.ShouldBe(CommonProblems.InvalidValue);
        }
    }

    [Fact]
    public void Batteries_to_compare_are_named_once_and_not_too_many()
    {
        new CompareRequest(["a,b", "b c"]).Read().ShouldBe(["a", "b", "c"]);
        Should.Throw<ProblemException>(new CompareRequest(["a,b,c,d,e,f,g"]).Read).Problem.Kind.ShouldBe(CommonProblems.LimitExceeded);
    }
}
