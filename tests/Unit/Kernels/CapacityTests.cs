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
        (estimate.Upper - estimate.Lower).ShouldBeLessThan(1e-10);
    }

    [Fact]
    public void Interval_is_the_closed_form_of_the_prediction_interval()
    {
        // x = 1..5, y = x plus residuals +1, -1, 0, -1, +1 (orthogonal to line and constant): s² = 4/3, at 5: 1 + 1/5 + 4/10.
        double[] cycle = [1, 2, 3, 4, 5];
        double[] capacity = [2, 1, 3, 3, 6];
        var estimate = CurrentCapacity.PredictAt(5, cycle, capacity);
        estimate.Value.ShouldBe(5, 1e-12);
        var half = 3.182446305 * Math.Sqrt(4.0 / 3 * 1.6);
        estimate.Upper.ShouldBe(5 + half, 1e-8);
        estimate.Lower.ShouldBe(5 - half, 1e-8);
    }

    [Fact]
    public void Interval_covers_the_next_discharge_as_often_as_it_claims()
    {
        var random = new Random(11);
        var (hits, trials) = (0, 4000);
        var cycle = Enumerable.Range(1, CurrentCapacity.Window).Select(n => (double)n).ToArray();
        for (var i = 0; i < trials; i++)
        {
            var noisy = cycle.Select(n => 1 - 0.001 * n + 0.002 * Normal(random)).ToArray();
            var estimate = CurrentCapacity.PredictAt(21, cycle, noisy);
            var next = 1 - 0.001 * 21 + 0.002 * Normal(random);
            hits += next >= estimate.Lower && next <= estimate.Upper ? 1 : 0;
        }

        // 95 % of 4000 within five standard deviations of the binomial count.
        ((double)hits / trials).ShouldBe(0.95, 5 * Math.Sqrt(0.95 * 0.05 / trials));
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
