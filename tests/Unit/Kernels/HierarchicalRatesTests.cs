using Voltloop.Kernels.Packs;
using Voltloop.Kernels.Shrinkage;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class HierarchicalRatesTests
{
    [Fact]
    public void Shrunk_rates_of_simulated_fleets_are_nearer_the_truth_and_their_intervals_hold_it()
    {
        var (raw, shrunk, held, all) = (0.0, 0.0, 0, 0);
        for (var seed = 0; seed < 60; seed++)
        {
            var (truth, rates) = Fleet(seed, cohorts: 5, members: 12);
            var found = HierarchicalRates.Of(rates);
            for (var i = 0; i < truth.Length; i++)
            {
                raw += Math.Pow(rates[i].Value - truth[i], 2);
                shrunk += Math.Pow(found.Rates[i].Value - truth[i], 2);
                held += Math.Abs(found.Rates[i].Value - truth[i]) <= found.Half(found.Rates[i].Deviation, 0.95) ? 1 : 0;
                all++;
            }
        }

        Math.Sqrt(shrunk).ShouldBeLessThan(0.75 * Math.Sqrt(raw));
        ((double)held / all).ShouldBeInRange(0.92, 0.98);
    }

    [Fact]
    public void The_scatter_of_a_large_fleet_is_found()
    {
        var (_, rates) = Fleet(7, cohorts: 40, members: 50);
        var found = HierarchicalRates.Of(rates);
        found.Within.ShouldBe(0.3, 0.03);
        found.Between.ShouldBe(0.4, 0.15);
        found.Mean.ShouldBe(2, 0.25);
    }

    [Fact]
    public void A_member_far_better_measured_than_the_rest_keeps_its_rate()
    {
        var (_, rates) = Fleet(3, cohorts: 3, members: 10);
        rates[0] = rates[0] with { Value = 5, Deviation = 0.001 };
        var found = HierarchicalRates.Of(rates);
        found.Rates[0].Value.ShouldBe(5, 0.01);
        found.Rates[0].Weight.ShouldBeGreaterThan(0.99);
    }

    [Fact]
    public void Members_that_do_not_differ_all_get_one_rate_and_one_member_keeps_its_own()
    {
        var same = HierarchicalRates.Of([.. Enumerable.Range(0, 10).Select(i => new RawRate(1 + 0.01 * (i % 2), 0.5, 0))]);
        same.Rates.Max(rate => rate.Value).ShouldBe(same.Rates.Min(rate => rate.Value), 1e-12);
        HierarchicalRates.Of([new RawRate(2, 0.5, 0)]).Rates[0].Value.ShouldBe(2, 1e-12);
    }

    [Fact]
    public void The_stability_index_tells_drift_from_chance()
    {
        var chance = new Random(5);
        double[] Draw(int count, double mean) => [.. Enumerable.Range(0, count).Select(_ => mean + PackSpread.Gauss(chance))];
        var (alarms, trials) = (0, 400);
        for (var i = 0; i < trials; i++) alarms += StabilityIndex.Of(Draw(60, 0), Draw(300, 0))!.Value.Chance < 0.05 ? 1 : 0;
        ((double)alarms / trials).ShouldBeInRange(0.01, 0.1);
        StabilityIndex.Of(Draw(60, 1), Draw(300, 0))!.Value.Chance.ShouldBeLessThan(0.001);
        StabilityIndex.Of(Draw(6, 1), Draw(300, 0)).ShouldBeNull();
        StabilityIndex.Of(new double[60], new double[60]).ShouldBeNull();
    }

    // Mean 2, between cohorts 0.4, within 0.3, measured to 0.2 to 1.
    private static (double[] Truth, RawRate[] Rates) Fleet(int seed, int cohorts, int members)
    {
        var (chance, truth, rates) = (new Random(seed), new List<double>(), new List<RawRate>());
        for (var cohort = 0; cohort < cohorts; cohort++)
        {
            var mean = 2 + 0.4 * PackSpread.Gauss(chance);
            for (var i = 0; i < members; i++)
            {
                var (own, deviation) = (mean + 0.3 * PackSpread.Gauss(chance), 0.2 + 0.8 * chance.NextDouble());
                truth.Add(own);
                rates.Add(new RawRate(own + deviation * PackSpread.Gauss(chance), deviation, cohort));
            }
        }

        return ([.. truth], [.. rates]);
    }
}
