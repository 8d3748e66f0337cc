using Voltloop.Kernels.Capacity;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class CapacityTests
{
    private static CapacityFlag[] Flag(double[] capacity, double nominal)
    {
        var flags = new CapacityFlag[capacity.Length];
        CapacityScreen.Flag(capacity, nominal, flags, new double[capacity.Length]);
        return flags;
    }

    private static double[] Fading(int count) => [.. Enumerable.Range(1, count).Select(n => 1.08 - 0.0002 * n)];

    [Theory]
    [InlineData(30.971, CapacityFlag.AboveBound)]
    [InlineData(0.0, CapacityFlag.NotPositive)]
    [InlineData(-1.0, CapacityFlag.NotPositive)]
    [InlineData(double.NaN, CapacityFlag.Missing)]
    [InlineData(0.5, CapacityFlag.LocalOutlier)]
    public void A_glitch_is_flagged_by_the_rule_it_breaks(double glitch, CapacityFlag expected)
    {
        var capacity = Fading(60);
        capacity[11] = glitch;
        var flags = Flag(capacity, 1.1);
        flags[11].ShouldBe(expected);
        flags.Count(flag => flag != CapacityFlag.None).ShouldBe(1);
    }

    [Fact]
    public void Steady_fade_and_a_knee_are_not_glitches()
    {
        var knee = Enumerable.Range(0, 300).Select(n => n < 200 ? 1.08 - 0.0002 * n : 1.04 - 0.005 * (n - 200)).ToArray();
        Flag(knee, 1.1).ShouldAllBe(flag => flag == CapacityFlag.None);
    }

    [Fact]
    public void Without_a_rated_capacity_the_typical_one_serves()
    {
        var capacity = Fading(60);
        capacity[11] = 30.971;
        Flag(capacity, double.NaN)[11].ShouldBe(CapacityFlag.AboveBound);
    }

    [Fact]
    public void A_straight_line_is_read_exactly_at_its_end()
    {
        var cycle = Enumerable.Range(1, 100).Select(n => (double)n).ToArray();
        var estimate = CurrentCapacity.Estimate(cycle, cycle.Select(n => 1.08 - 0.0002 * n).ToArray());
        estimate.Value.ShouldBe(1.06, 1e-12);
        estimate.Used.ShouldBe(CurrentCapacity.Window);
        // The next discharge of a fading cell lies one step of fade below the estimate, and the interval knows it.
        (estimate.Upper - estimate.Lower).ShouldBe(2 * 0.0002, 1e-9);
    }

    [Fact]
    public void Half_width_is_the_closed_form_of_the_prediction_interval()
    {
        // Residuals +1, -1, 0, -1, +1 are orthogonal to line and constant: s² = 4/3, and at 5: 1 + 1/5 + 4/10.
        var line = LineFit.Of([1, 2, 3, 4, 5], [2, 1, 3, 3, 6]);
        line.Slope.ShouldBe(1, 1e-12);
        line.At(5).ShouldBe(5, 1e-12);
        line.PredictionHalfWidth(5, 0.95).ShouldBe(3.182446305 * Math.Sqrt(4.0 / 3 * 1.6), 1e-8);
    }

    [Fact]
    public void Short_histories_get_the_interval_of_the_line()
    {
        double[] cycle = [1, 2, 3, 4, 5];
        double[] capacity = [2, 1, 3, 3, 6];
        var estimate = CurrentCapacity.Estimate(cycle, capacity);
        estimate.Upper.ShouldBe(5 + 3.182446305 * Math.Sqrt(4.0 / 3 * 1.6), 1e-8);
        estimate.Used.ShouldBe(5);
    }

    [Fact]
    public void Interval_is_the_quantile_of_past_errors()
    {
        // One low discharge in 100 stays outside of 95 % of the errors, one in 10 does not.
        var cycle = Enumerable.Range(1, 200).Select(n => (double)n).ToArray();
        var capacity = cycle.Select(n => n % 100 == 50 ? 0.9 : 1.0).ToArray();
        var calm = CurrentCapacity.Estimate(cycle, capacity);
        calm.Value.ShouldBe(1, 1e-12);
        (calm.Upper - calm.Value).ShouldBeLessThan(0.04);
        var jumpy = CurrentCapacity.Estimate(cycle, cycle.Select(n => n % 10 == 5 ? 0.9 : 1.0).ToArray());
        (jumpy.Upper - jumpy.Value).ShouldBeGreaterThan(0.08);
    }

    [Fact]
    public void Interval_covers_the_next_discharge_as_often_as_it_claims()
    {
        var random = new Random(11);
        var (hits, trials) = (0, 3000);
        var cycle = Enumerable.Range(1, 110).Select(n => (double)n).ToArray();
        for (var i = 0; i < trials; i++)
        {
            var noisy = cycle.Select(n => 1 - 0.00001 * n + 0.002 * Normal(random)).ToArray();
            var estimate = CurrentCapacity.Estimate(cycle, noisy);
            var next = 1 - 0.00001 * 111 + 0.002 * Normal(random);
            hits += next >= estimate.Lower && next <= estimate.Upper ? 1 : 0;
        }

        // 95 % within five standard deviations of the binomial count.
        ((double)hits / trials).ShouldBe(0.95, 5 * Math.Sqrt(0.95 * 0.05 / trials));
    }

    [Fact]
    public void Estimates_of_a_whole_history_are_those_that_stood_after_each_cycle()
    {
        var random = new Random(3);
        var cycle = Enumerable.Range(0, 160).Select(n => n * 2.0 + (n > 50 ? 7 : 0)).ToArray();
        var capacity = cycle.Select(n => 1 - 0.0001 * n + 0.002 * Normal(random)).ToArray();
        var each = new CapacityEstimate[cycle.Length];
        CurrentCapacity.EstimateEach(cycle, capacity, each);
        for (var i = 0; i < each.Length; i++)
        {
            each[i].ShouldBe(CurrentCapacity.Estimate(cycle.AsSpan(0, i + 1), capacity.AsSpan(0, i + 1)), i.ToString());
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(3)]
    public void Few_cycles_give_a_median_without_an_interval(int count)
    {
        var estimate = CurrentCapacity.Estimate(Fading(count), Fading(count));
        estimate.HasInterval.ShouldBeFalse();
        double.IsNaN(estimate.Value).ShouldBe(count == 0);
    }

    [Fact]
    public void Initial_capacity_is_the_median_of_six_with_the_level_of_order_statistics()
    {
        var estimate = InitialCapacity.Estimate([1.05, 1.01, 1.02, 1.04, 1.03, 1.00, 0.5]);
        estimate.Value.ShouldBe(1.025, 1e-12);
        (estimate.Lower, estimate.Upper).ShouldBe((1.00, 1.05));
        estimate.Level.ShouldBe(31.0 / 32);
        InitialCapacity.Estimate([1, 2, 3, 4]).HasInterval.ShouldBeFalse();
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(Math.Tau * random.NextDouble());
}
