using Voltloop.Kernels.Capability;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.RunLengths;
using Voltloop.Quality.DesignChart;

namespace Voltloop.Tests.Unit.Quality;

public sealed class RunLengthTests
{
    private const double Close = 1e-6;

    [Fact]
    public void Shewhart_charts_agree_with_the_table() =>
        Each(RunLengthTable.Read("Shewhart"), row => ShewhartLength.TwoSided(row.First, row.Delta));

    [Fact]
    public void Shewhart_charts_of_autocorrelated_values_agree_with_the_table() =>
        Each(RunLengthTable.Read("Shewhart residual? AR(1) modified"), row => ShewhartLength.Autocorrelated(row.Second, row.First));

    [Fact]
    public void Two_sided_sums_agree_with_the_table_and_find_its_designs()
    {
        foreach (var design in RunLengthTable.Read("CUSUM").GroupBy(row => (row.First, row.SecondName, row.Second)))
        {
            var given = design.Key.SecondName == "h";
            var h = given ? design.Key.Second : CusumLength.DecisionFor(design.Key.First, design.Key.Second);
            Each([.. design], row => row.What == "h" ? h : CusumLength.TwoSided(row.First, h, row.Delta));
        }
    }

    [Fact]
    public void Sums_with_a_head_start_agree_with_the_table() =>
        Each(RunLengthTable.Read("CUSUM-FIR(h/2)"), row => CusumLength.TwoSided(row.First, row.Second, row.Delta, row.Second / 2));

    [Fact]
    public void Averages_agree_with_the_table_and_find_its_designs()
    {
        foreach (var design in RunLengthTable.Read("EWMA").GroupBy(row => (row.First, row.Second, row.Third)))
        {
            var varying = design.Key.Third == "vacl";
            var limit = EwmaLength.LimitFor(design.Key.First, design.Key.Second, varying);
            Each([.. design], row => row.What == "L" ? limit : varying ? EwmaLength.TimeVarying(row.First, limit, row.Delta) : EwmaLength.Fixed(row.First, limit, row.Delta));
        }
    }

    [Fact]
    public void Averages_of_Lucas_and_Saccucci_agree_with_the_table() =>
        Each(RunLengthTable.Read("EWMA-Lucas&Saccucci"), row => EwmaLength.Fixed(row.First, row.Second, row.Delta));

    [Fact]
    public void Individuals_with_moving_range_agree_with_Crowder() =>
        Each(RunLengthTable.Read("I-MR combined (Crowder)"), row => MovingRangeLength.Of(row.First, row.Second, row.Delta));

    [Fact]
    public void Limits_of_the_multivariate_average_agree_with_the_table()
    {
        foreach (var row in RunLengthTable.Read("MEWMA").Where(row => row.What == "h4" && (row.First > 0.05 || row.Second <= 10)))
        {
            MewmaLength.LimitFor(row.First, (int)row.Second, 200).ShouldBe(row.Value, row.Value * 1e-4, $"p {row.Second}, weight {row.First}");
        }
    }

    // The table is off here by up to 0.14 %; a simulation of 120,000 runs outside of this project agrees with ours.
    [Theory]
    [InlineData(15, 27.78220)]
    [InlineData(20, 34.52190)]
    public void Limits_for_many_variables_and_little_weight_do_not_depend_on_the_nodes(int variables, double expected)
    {
        var limit = MewmaLength.LimitFor(0.05, variables, 200);
        limit.ShouldBe(expected, 1e-4);
        MewmaLength.InControl(0.05, limit, variables, 2 * MewmaLength.Nodes).ShouldBe(200, 1e-6);
    }

    [Theory]
    [InlineData("type=1", RunRules.Beyond)]
    [InlineData("type=12", RunRules.Beyond | RunRules.TwoOfThree)]
    [InlineData("type=13", RunRules.Beyond | RunRules.FourOfFive)]
    [InlineData("type=14", RunRules.Beyond | RunRules.SameSide8)]
    public void Rules_by_zones_agree_with_Champ_and_Woodall(string type, RunRules rules) =>
        Each(RunLengthTable.Read("ShewhartRunRules").Where(row => row.SecondName == type), row => RuleLength.Of(rules, row.Delta).Points);

    [Fact]
    public void Every_rule_set_agrees_with_the_simulations_of_others()
    {
        var sets = new Dictionary<string, RunRules>(StringComparer.Ordinal)
        {
            ["N1"] = RunRules.Beyond, ["N2 (9 same side)"] = RunRules.SameSide9, ["N3 (6 monotone points)"] = RunRules.Trend6, ["N4 (14 alternating)"] = RunRules.Alternating14,
            ["N5 (2of3>2s)"] = RunRules.TwoOfThree, ["N6 (4of5>1s)"] = RunRules.FourOfFive, ["N7 (15 within 1s)"] = RunRules.Within15, ["N8 (8 beyond 1s)"] = RunRules.Outside8,
            ["WE1+2+3 (N1,N5,N6)"] = RunRules.Beyond | RunRules.TwoOfThree | RunRules.FourOfFive, ["WE1..4 (N1,N5,N6,8 same side)"] = RunRules.WesternElectric,
            ["N1+N2"] = RunRules.Beyond | RunRules.SameSide9, ["N1+WE4(8 same side)"] = RunRules.Beyond | RunRules.SameSide8,
            ["Nelson 1-4"] = RunRules.Beyond | RunRules.SameSide9 | RunRules.Trend6 | RunRules.Alternating14, ["Nelson 1-8 all"] = RunRules.Nelson,
        };
        foreach (var line in File.ReadLines(SharedData.Require("quality", "oracles", "nelson_rules_ARL_montecarlo.csv")).Skip(1))
        {
            var quoted = line[1..line.LastIndexOf('"')];
            var fields = line[(line.LastIndexOf('"') + 2)..].Split(',').Select(field => double.Parse(field, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            var found = RuleLength.Of(sets[quoted], fields[0]);
            var error = Math.Sqrt((fields[3] * fields[3]) + (found.StandardError * found.StandardError));
            found.Points.ShouldBe(fields[2], 4 * error, $"{line}: {found}");
        }
    }

    [Fact]
    public void The_same_seed_gives_the_same_length() => RuleLength.Of(RunRules.Nelson, 1, seed: 5).ShouldBe(RuleLength.Of(RunRules.Nelson, 1, seed: 5));

    [Fact]
    public void The_moving_range_alone_agrees_with_a_simulation()
    {
        var (random, runs, points) = (new Random(2), 4000, 0L);
        for (var run = 0; run < runs; run++)
        {
            var last = Normal(random);
            for (var step = double.NegativeInfinity; step <= 3.686; points++)
            {
                var next = Normal(random);
                (step, last) = (Math.Abs(next - last), next);
            }
        }

        // The first value has no step to it, so that it counts in addition; its standard error is 1.6 % of the mean.
        MovingRangeLength.Of(9, 3.686, 0).ShouldBe(1 + ((double)points / runs), 0.065 * points / runs);
    }

    [Fact]
    public void No_rule_never_signals() => RuleLength.Of(RunRules.None, 0).Points.ShouldBe(double.PositiveInfinity);

    [Fact]
    public void Tolerance_factors_agree_with_the_table()
    {
        Each(RunLengthTable.Read("Tolerance interval k2"), row => ToleranceFactor.WaldWolfowitz((int)row.First, row.Second, row.ThirdValue));
    }

    [Theory]
    [InlineData(5, 0.9, 0.95)]
    [InlineData(30, 0.99, 0.99)]
    public void Exact_tolerance_factors_hold_their_confidence(int size, double coverage, double confidence)
    {
        var factor = ToleranceFactor.TwoSided(size, coverage, confidence);
        factor.ShouldBe(ToleranceFactor.WaldWolfowitz(size, coverage, confidence), factor * 0.01);
        Held(size, coverage, factor).ShouldBe(confidence, 0.01);
    }

    private static double Normal(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());

    // Share of samples whose interval holds the wanted share of a standard normal population.
    private static double Held(int size, double coverage, double factor)
    {
        var (random, held) = (new Random(7), 0);
        for (var i = 0; i < 4000; i++)
        {
            var values = Enumerable.Range(0, size).Select(_ => Normal(random)).ToArray();
            var (mean, reach) = (Subgroup.Mean(values), factor * Subgroup.Deviation(values));
            if (Voltloop.Kernels.Distributions.Normal.Cumulative(mean + reach) - Voltloop.Kernels.Distributions.Normal.Cumulative(mean - reach) >= coverage) held++;
        }

        return held / 4000.0;
    }

    private static void Each(IEnumerable<RunLengthTable> rows, Func<RunLengthTable, double> computed)
    {
        foreach (var row in rows) computed(row).ShouldBe(row.Value, row.Value * Close, row.ToString());
    }

    // R spc 0.6.7, mewma.arl(lambda, h4, p, delta = shift^2, r = 60, qm0 = 60, qm1 = 60); its usual 20 nodes have three digits.
    [Theory]
    [InlineData(2, 0.05, 7.500000, 0.5, 27.0841786)]
    [InlineData(2, 0.4, 10.311440, 0.5, 53.4098784)]
    [InlineData(2, 0.4, 10.311440, 2, 3.5199424)]
    [InlineData(4, 0.1, 12.723108, 0.5, 35.0343916)]
    [InlineData(10, 0.1, 22.656468, 2, 6.5563631)]
    public void A_multivariate_ewma_sees_a_shift_when_R_says(int variables, double weight, double limit, double shift, double points) =>
        MewmaShiftLength.Of((weight, limit, variables), shift).ShouldBe(points, 5e-6 * points);

    [Fact]
    public void Without_a_shift_two_dimensions_say_what_one_says() => MewmaShiftLength.Of((0.2, 13.864059, 4), 0).ShouldBe(MewmaLength.InControl(0.2, 13.864059, 4), 1e-4);

    [Fact]
    public void A_multivariate_ewma_is_designed_with_its_run_lengths_in_and_out_of_control()
    {
        var design = DesignResource.Of(new DesignRequest("mewma", Lambda: 0.4, Arl0: 200) { Variables = 4 });
        design.Limit.ShouldBe(14.576042, 1e-4);
        design.Honesty.RunLengths.Select(row => row.Shift).ShouldBe([0, 0.5, 1, 1.5, 2, 3]);
        design.Honesty.RunLengths[2].Points!.Value.ShouldBe(18.012887, 1e-3);
        design.Honesty.RunLengths.Select(row => row.Points!.Value).ShouldBeInOrder(SortDirection.Descending);
        DesignResource.Of(new DesignRequest("mewma", Lambda: 0.02, Limit: 20) { Variables = 10 }).Honesty.Says.ShouldContain("not computed");
        Should.Throw<Voltloop.Core.Problems.ProblemException>(() => DesignResource.Of(new DesignRequest("mewma") { Variables = 1 })).Problem.Kind.Code.ShouldBe("invalid-value");
    }
}
