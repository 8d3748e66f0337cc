using Voltloop.Core.Problems;
using Voltloop.Health.CheckMonitors;
using Voltloop.Health.FitFade;
using Voltloop.Health.Model;
using Voltloop.Health.Model.Lifetime;
using Voltloop.Kernels.Ageing;
using Voltloop.Kernels.Forecasting;

namespace Voltloop.Tests.Unit.Health;

public sealed class FadeTests
{
    [Fact]
    public void A_fade_by_time_and_by_use_is_found_again_and_followed_to_its_end()
    {
        var truth = new FadeModel(0.003, FadeModel.UsualKelvin, 0.0002, 1.0);
        var chance = new Random(4);
        double[] cycle = [.. Enumerable.Range(1, 300).Select(i => 2.0 * i)];
        double[] capacity = [.. cycle.Select(n => 1 - truth.Loss(new FadeUse(0.5 * n, 25, n, 1)) + (0.0005 * (chance.NextDouble() - 0.5)))];
        var outlook = FadeFitter.Fit(FadeHistory.Of(new CapacityHistory(cycle, capacity, null), 25, 0.5, 1)).ShouldNotBeNull();
        outlook.Model.Rms.ShouldBeLessThan(0.002);
        outlook.HeldOutError.ShouldBeLessThan(1);
        var end = Enumerable.Range(1, 3000).First(n => truth.Loss(new FadeUse(0.5 * n, 25, n, 1)) >= 0.2);
        outlook.EndCycle.ShouldNotBeNull().ShouldBe(end, 0.1 * end);
        outlook.EndInterval.ShouldNotBeNull().Lower.ShouldBeLessThanOrEqualTo(outlook.EndCycle!.Value);
    }

    [Fact]
    public void Without_days_nothing_is_put_down_to_time_and_the_far_future_is_not_told()
    {
        double[] cycle = [.. Enumerable.Range(1, 100).Select(i => (double)i)];
        var outlook = FadeFitter.Fit(FadeHistory.Of(new CapacityHistory(cycle, [.. cycle.Select(n => 1 - (0.0001 * n))], null), 25, 0, 1)).ShouldNotBeNull();
        outlook.Model.Loss(new FadeUse(0, 25, 100, 1)).ShouldBe(0.0097, 5e-4);
        outlook.EndCycle.ShouldBeNull();
        outlook.Refusal.ShouldNotBeNull();
        FadeFitter.Fit(FadeHistory.Of(new CapacityHistory(cycle[..10], cycle[..10], null), 25, 0, 1)).ShouldBeNull();
        FadeFitter.Fit(FadeHistory.Of(new CapacityHistory([], [], null), 25, 0, 1)).ShouldBeNull();
        Should.Throw<ProblemException>(() => new FadeRequest(-1).Checked());
        Should.Throw<ProblemException>(() => new FadeRequest(1, 0).Checked());
    }

    [Fact]
    public void A_fade_with_a_knee_is_not_followed()
    {
        double[] cycle = [.. Enumerable.Range(1, 400).Select(i => (double)i)];
        double[] capacity = [.. cycle.Select(n => 1 - (0.0001 * n) - (0.002 * Math.Max(0, n - 300)))];
        var outlook = FadeFitter.Fit(FadeHistory.Of(new CapacityHistory(cycle, capacity, null), 25, 0, 1)).ShouldNotBeNull();
        outlook.EndCycle.ShouldBeNull();
        outlook.Refusal.ShouldNotBeNull().ShouldContain("does not follow");
        outlook.Intervals[2].ShouldBeNull();
    }

    [Fact]
    public void The_depth_of_use_is_counted_by_rainflow()
    {
        // Half an hour at 1 A out and in again, of 2 Ah: 25 %.
        double[] second = [.. Enumerable.Range(0, 7200).Select(i => (double)i)];
        var recording = CellRecording.Of("r", (second, [.. second.Select(t => (int)(t / 1800) % 2 == 0 ? -1.0 : 1)], [.. second.Select(_ => 3.7)], null));
        FadeReader.Depth(recording, 2).ShouldNotBeNull().ShouldBe(0.25, 0.005);
        FadeReader.Depth(recording with { Ampere = new double[7200] }, 2).ShouldBeNull();
    }

    [Fact]
    public void The_bend_of_a_fade_lies_where_it_turns()
    {
        double[] cycle = [.. Enumerable.Range(0, 800).Select(i => (double)i)];
        Kneedle.Find(FadePath.Of(cycle, Array.ConvertAll(cycle, n => 1 - (0.0001 * n) - (0.0008 * Math.Max(0, n - 500))), 1)).ShouldNotBeNull().ShouldBe(500, 10);
        Kneedle.Find(FadePath.Of(cycle, Array.ConvertAll(cycle, n => 1 - (0.0001 * n)), 1)).ShouldBeNull();
        Kneedle.Find(FadePath.Of(cycle[..20], Array.ConvertAll(cycle[..20], n => 1 - (0.001 * n)), 1)).ShouldBeNull();
    }

    [Theory]
    [InlineData("80,79\n82,82\n85,84\n81,80\n", "accurate")]
    [InlineData("90,80\n92,82\n95,84\n91,80\n", "too-high")]
    [InlineData("90,80\n82,82\n85,81\n81,80\n", "undecided")]
    public void Monitors_are_judged_by_the_mean_error_of_a_sample(string rows, string verdict)
    {
        var check = MonitorTable.Check("shown_percent,measured_percent\n" + rows, null);
        (check.Verdict, check.Vehicles).ShouldBe((verdict, 4));
        // x = 1, 0, 1, 1: mean 0.75, deviation 0.5.
        if (verdict == "accurate") (check.MeanError, check.Deviation).ShouldBe((0.75, 0.5));
    }

    [Theory]
    [InlineData("shown,measured_percent\n1,2\n")]
    [InlineData("shown_percent,measured_percent\n80,79\n80,79\n")]
    [InlineData("shown_percent,measured_percent\n80,79\n80,x\n80,79\n")]
    public void Bad_tables_of_monitors_are_named(string text) => Should.Throw<ProblemException>(() => MonitorTable.Check(text, null)).Problem.Kind.HttpStatus.ShouldBeInRange(400, 422);
}
