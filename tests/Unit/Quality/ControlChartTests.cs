using Voltloop.Core.Problems;
using Voltloop.Kernels.ControlCharts;
using Voltloop.Quality;
using Voltloop.Quality.Model;

namespace Voltloop.Tests.Unit.Quality;

public sealed class ControlChartTests
{
    // The textbook rounds d2 to four digits (2.326, 1.128); ours are computed.
    private const double RoundedConstants = 4e-4;

    [Fact]
    public void Means_of_the_piston_rings_agree_with_the_textbook()
    {
        var chart = Rings(ChartKind.XbarR);
        chart.Phases[0].Baseline.Center.ShouldBe(74.001176, 5e-7);
        chart.Phases[0].Baseline.Sigma.ShouldBe(0.0097850387, 0.0097850387 * RoundedConstants);
        chart.Points[0].Lower.ShouldBe(73.988048, 5e-7);
        chart.Points[0].Upper.ShouldBe(74.014304, 5e-7);
        Beyond(chart).ShouldBe([37, 38, 39]);
    }

    [Fact]
    public void Ranges_and_deviations_of_the_piston_rings_agree_with_the_textbook()
    {
        var ranges = Rings(ChartKind.Range).Points[0];
        ranges.Lower.ShouldBe(0);
        ranges.Center.ShouldBe(0.02276, 1e-12);
        ranges.Upper.ShouldBe(0.04812533, 0.048 * RoundedConstants);
        var deviations = Rings(ChartKind.Deviation).Points[0];
        deviations.Center.ShouldBe(0.0092400366, 5e-11);
        deviations.Upper.ShouldBe(0.019302417, 5e-10);
    }

    [Fact]
    public void The_average_of_the_piston_rings_agrees_with_the_textbook()
    {
        var chart = Rings(ChartKind.Ewma);
        Beyond(chart).ShouldBe([37, 38, 39, 40]);
        chart.Points[^1].Value.ShouldBe(74.012597, 5e-7);
        chart.Points[^1].Lower.ShouldBe(73.9968, 5e-6);
        chart.Points[^1].Upper.ShouldBe(74.005552, 5e-7);
    }

    [Fact]
    public void The_cumulative_sum_of_the_piston_rings_agrees_with_the_textbook()
    {
        var chart = Rings(ChartKind.Cusum);
        Beyond(chart).ShouldBe([35, 36, 37, 38, 39, 40]);
        chart.Points[^1].Value.ShouldBe(17.632529, 17.6 * RoundedConstants);
        chart.Points[^1].Second.ShouldBe(0);
    }

    [Fact]
    public void The_share_of_bad_juice_cans_agrees_with_the_textbook()
    {
        var rows = TextbookFile.Rows("spc_textbook", "orangejuice.txt");
        var chart = ChartMaker.Make(new ChartSettings(ChartKind.P) { Phases = [new ChartPhase(0, "trial") { Baseline = 30 }] }, Counts(rows, 1, 2));
        chart.Points[0].Center.ShouldBe(0.23133333, 5e-9);
        chart.Points[0].Lower.ShouldBe(0.052427548, 5e-10);
        chart.Points[0].Upper.ShouldBe(0.41023912, 5e-9);
        Beyond(chart).ShouldBe([15, 23, 41]);
    }

    [Fact]
    public void Faults_of_circuit_boards_agree_with_the_textbook()
    {
        var rows = TextbookFile.Rows("spc_textbook", "circuit.txt");
        ChartPhase[] trial = [new ChartPhase(0, "trial") { Baseline = 26 }];
        var rate = ChartMaker.Make(new ChartSettings(ChartKind.U) { Phases = trial }, Counts(rows, 1, 2));
        rate.Points[0].Center.ShouldBe(0.19846154, 5e-9);
        rate.Points[0].Upper.ShouldBe(0.33210861, 5e-9);
        var number = ChartMaker.Make(new ChartSettings(ChartKind.C) { Phases = trial }, Counts(rows, 1, 2));
        number.Points[0].Center.ShouldBe(19.846154, 5e-7);
        number.Points[0].Lower.ShouldBe(6.4814472, 5e-8);
        number.Points[0].Upper.ShouldBe(33.210861, 5e-7);
        Beyond(number).ShouldBe([6, 20]);
    }

    [Fact]
    public void Unequal_bolts_of_cloth_have_limits_of_their_own()
    {
        var chart = ChartMaker.Make(new ChartSettings(ChartKind.U), Counts(TextbookFile.Rows("spc_textbook", "dyedcloth.txt"), 0, 1));
        chart.Points[0].Center.ShouldBe(1.4232558, 5e-8);
        chart.Points[0].Lower.ShouldBe(0.29147393, 5e-9);
        chart.Points[0].Upper.ShouldBe(2.5550377, 5e-8);
        chart.Points.Select(point => Math.Round(point.Upper, 9)).Distinct().Count().ShouldBeGreaterThan(1);
    }

    [Fact]
    public void Single_values_of_viscosity_agree_with_the_textbook()
    {
        double[] values = [33.75, 33.05, 34.00, 33.81, 33.46, 34.02, 33.68, 33.27, 33.49, 33.20, 33.62, 33.00, 33.54, 33.12, 33.84];
        var chart = ChartMaker.Make(new ChartSettings(ChartKind.Individuals), Singles(values));
        chart.Phases[0].Baseline.Sigma.ShouldBe(0.42616515, 0.426 * RoundedConstants);
        chart.Points[0].Lower.ShouldBe(32.244838, 1.3 * RoundedConstants);
        chart.Points[0].Upper.ShouldBe(34.801829, 1.3 * RoundedConstants);
    }

    [Fact]
    public void Wafer_defects_of_the_Handbook_have_its_limits()
    {
        var rows = TextbookFile.Rows("nist_ehandbook", "MONITOR-6_3_3_1.DAT");
        var point = ChartMaker.Make(new ChartSettings(ChartKind.C), Counts(rows, 1, 1)).Points[0];
        (point.Lower, point.Center, point.Upper).ShouldBe((4, 16, 28));
    }

    // NIST/SEMATECH e-Handbook 6.3.2.4: weight 0.3, centre 50, standard deviation 2.0539.
    [Fact]
    public void The_average_of_the_Handbook_ends_where_it_says()
    {
        double[] values = [52, 47, 53, 49.3, 50.1, 47, 51, 50.1, 51.2, 50.5, 49.6, 47.6, 49.9, 51.3, 47.8, 51.2, 52.6, 52.4, 53.6, 52.1];
        var chart = ChartMaker.Make(new ChartSettings(ChartKind.Ewma) { Weight = 0.3, FixedLimits = true, Phases = [new ChartPhase(0, "known") { Center = 50, Sigma = 2.0539 }] }, Singles(values));
        chart.Points[^1].Value.ShouldBe(51.9882, 5e-5);
        chart.Points[0].Upper.ShouldBe(52.588432, 2e-5);
        chart.Points[0].Lower.ShouldBe(47.411568, 2e-5);
        chart.Out.ShouldBeEmpty();
    }

    // NIST/SEMATECH e-Handbook 6.3.2.3: k 0.3175 and h 4.1959 in a unit of which the standard deviation of a mean is 0.635.
    [Fact]
    public void The_cumulative_sum_of_the_Handbook_signals_at_fourteen()
    {
        double[] values = [324.925, 324.675, 324.725, 324.35, 325.35, 325.225, 324.125, 324.525, 325.225, 324.6, 324.625, 325.15, 328.325, 327.25, 327.825, 328.5, 326.675, 327.775, 326.875, 328.35];
        const double Unit = 0.635;
        var settings = new ChartSettings(ChartKind.Cusum) { Limit = 4.1959 / Unit, Phases = [new ChartPhase(0, "known") { Center = 325, Sigma = Unit }] };
        var chart = ChartMaker.Make(settings, Singles(values));
        Beyond(chart)[0].ShouldBe(14);
        (chart.Points[13].Value * Unit).ShouldBe(4.94, 5e-5);
        (chart.Points[^1].Value * Unit).ShouldBe(19.035, 5e-5);
        (-chart.Points[7].Second * Unit).ShouldBe(0.715, 5e-5);
    }

    [Theory]
    [InlineData(2, 1.128379, 0.852502)]
    [InlineData(5, 2.325929, 0.864082)]
    [InlineData(10, 3.077505, 0.797051)]
    [InlineData(25, 3.930628, 0.708441)]
    public void Constants_of_ranges_agree_with_the_published_table(int size, double mean, double deviation)
    {
        RangeConstants.D2(size).ShouldBe(mean, 2e-6);
        RangeConstants.D3(size).ShouldBe(deviation, 2e-5);
    }

    [Theory]
    [InlineData(RunRules.Beyond, "0 0 3.5", 2)]
    [InlineData(RunRules.SameSide9, "-1 1 1 1 1 1 1 1 1 1", 9)]
    [InlineData(RunRules.SameSide8, "-1 1 1 1 1 1 1 1 1", 8)]
    [InlineData(RunRules.Trend6, "2 -1 -.5 0 .5 1 1.5", 6)]
    [InlineData(RunRules.Trend6, "0 1.5 1 .5 0 -.5 -1", 6)]
    [InlineData(RunRules.Alternating14, "0 1 0 1 0 1 0 1 0 1 0 1 0 1", 13)]
    [InlineData(RunRules.TwoOfThree, "2.5 0 2.5", 2)]
    [InlineData(RunRules.TwoOfThree, "-2.5 2.5 0 -2.5 -2.5", 4)]
    [InlineData(RunRules.FourOfFive, "1.5 1.5 0 1.5 1.5", 4)]
    [InlineData(RunRules.Within15, "2 .5 .5 -.5 .5 .5 .5 -.5 .5 .5 .5 -.5 .5 .5 .5 .5", 15)]
    [InlineData(RunRules.Outside8, "0 1.5 -1.5 1.5 -1.5 1.5 -1.5 1.5 -1.5", 8)]
    public void Each_rule_fires_at_its_point_and_not_before(RunRules rule, string scores, int at)
    {
        var watch = new RuleWatch(rule);
        var broken = scores.Split(' ').Select(text => watch.Look(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture))).ToArray();
        Array.FindIndex(broken, found => found != RunRules.None).ShouldBe(at);
        broken[at].ShouldBe(rule);
    }

    [Fact]
    public void A_phase_keeps_limits_of_its_own_and_runs_do_not_reach_into_it()
    {
        var values = Enumerable.Range(0, 40).Select(i => (i < 20 ? 10.0 : 20.0) + (i % 2 == 0 ? 0.5 : -0.5) + (0.01 * i));
        var settings = new ChartSettings(ChartKind.Individuals) { Rules = RunRules.SameSide9 | RunRules.Beyond, Phases = [new ChartPhase(20, "slot die changed") { Baseline = 20 }] };
        var chart = ChartMaker.Make(settings, Singles(values));
        chart.Out.ShouldBeEmpty();
        chart.Phases.Select(phase => phase.Phase.Reason).ShouldBe(["start of the data", "slot die changed"]);
        (chart.Points[0].Center, chart.Points[39].Center).ShouldSatisfyAllConditions(both => both.Item1.ShouldBe(10.095, 1e-9), both => both.Item2.ShouldBe(20.295, 1e-9));
    }

    [Fact]
    public void Laney_widens_limits_of_large_samples_that_vary_more_than_chance()
    {
        var random = new Random(3);
        var samples = Enumerable.Range(0, 30).Select(i => ChartSample.Counted($"{i}", 500 + (int)(400 * random.NextDouble()), 10_000)).ToArray();
        ChartMaker.Make(new ChartSettings(ChartKind.P), samples).Out.Count().ShouldBeGreaterThan(10);
        var laney = ChartMaker.Make(new ChartSettings(ChartKind.LaneyP), samples);
        laney.Out.ShouldBeEmpty();
        laney.Phases[0].Baseline.Sigma.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Residuals_of_a_process_with_memory_do_not_alarm_where_single_values_do()
    {
        var (random, value) = (new Random(11), 0.0);
        var values = Enumerable.Range(0, 300).Select(_ => value = (0.9 * value) + (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5)).ToArray();
        var plain = ChartMaker.Make(new ChartSettings(ChartKind.Individuals), Singles(values));
        var residuals = ChartMaker.Make(new ChartSettings(ChartKind.Residuals), Singles(values));
        residuals.Phases[0].Baseline.Memory.ShouldBe(0.9, 0.06);
        residuals.Out.Count().ShouldBeLessThan(4);
        plain.Out.Count().ShouldBeGreaterThan(20);
        plain.Notes.ShouldContain(note => note.Contains("correlated", StringComparison.Ordinal));
    }

    [Fact]
    public void Short_runs_put_products_on_one_scale()
    {
        double[] a = [10, 11, 10, 9, 10, 11], b = [100, 104, 98, 100, 102, 130];
        var samples = a.Zip(b).SelectMany(pair => new[] { new ChartSample("a", [pair.First]) { Part = "A" }, new ChartSample("b", [pair.Second]) { Part = "B" } }).ToArray();
        var chart = ChartMaker.Make(new ChartSettings(ChartKind.ShortRuns) { Phases = [new ChartPhase(0, "first ten") { Baseline = 10 }] }, samples);
        chart.Out.Select(point => point.Index).ShouldBe([11]);
        chart.Points.ShouldAllBe(point => point.Center == 0 && point.Upper == 3);
    }

    [Fact]
    public void A_point_says_in_words_what_it_breaks() =>
        Rings(ChartKind.XbarR).Points[36].Why.ShouldHaveSingleItem().ShouldStartWith("n1: 74.0166 is above the upper limit 74.0143, 3.5 standard deviations from");

    [Fact]
    public void One_point_is_refused_by_name() => Refused(QualityProblems.TooFewPoints, () => ChartMaker.Make(new ChartSettings(ChartKind.Individuals), Singles([1])));

    [Fact]
    public void Constant_data_are_refused_by_name() => Refused(QualityProblems.ConstantData, () => ChartMaker.Make(new ChartSettings(ChartKind.Individuals), Singles([3, 3, 3, 3])));

    [Fact]
    public void Counts_of_nothing_are_refused_by_name() => Refused(QualityProblems.ConstantData, () => ChartMaker.Make(new ChartSettings(ChartKind.C), [ChartSample.Counted("1", 0, 1), ChartSample.Counted("2", 0, 1)]));

    [Fact]
    public void More_bad_items_than_items_are_refused() => Refused(CommonProblems.InvalidValue, () => ChartMaker.Make(new ChartSettings(ChartKind.P), [ChartSample.Counted("1", 5, 4), ChartSample.Counted("2", 1, 4)]));

    [Fact]
    public void Missing_values_leave_gaps_and_a_note_and_no_alarm()
    {
        var chart = ChartMaker.Make(new ChartSettings(ChartKind.Individuals) { Rules = RunRules.Nelson }, Singles([1, 2, double.NaN, 1.5, 1.2, 1.8]));
        chart.Points[2].IsOut.ShouldBeFalse();
        double.IsNaN(chart.Points[2].Value).ShouldBeTrue();
        chart.Notes.ShouldContain(note => note.StartsWith("1 samples have missing", StringComparison.Ordinal));
        // Steps to and from the gap do not count: 1, 0.3 and 0.6 remain.
        chart.Phases[0].Baseline.Sigma.ShouldBe(1.9 / 3 / RangeConstants.D2(2), 1e-12);
    }

    [Fact]
    public void Subgroups_of_changing_size_get_limits_of_their_size()
    {
        var chart = ChartMaker.Make(new ChartSettings(ChartKind.XbarS), [new ChartSample("1", [1, 2, 3]), new ChartSample("2", [2, 4]), new ChartSample("3", [1, 2, 3, 4, 5])]);
        chart.Points.Select(point => point.Deviation * Math.Sqrt(point.Label == "1" ? 3 : point.Label == "2" ? 2 : 5)).ShouldAllBe(sigma => Math.Abs(sigma - chart.Phases[0].Baseline.Sigma) < 1e-12);
        chart.Notes.ShouldContain(note => note.Contains("change their size", StringComparison.Ordinal));
    }

    private static ControlChart Rings(ChartKind kind)
    {
        var groups = TextbookFile.Rows("spc_textbook", "pistonrings.txt").GroupBy(row => row[1]).Select(group => new ChartSample($"{group.Key}", [.. group.Select(row => row[0])])).ToArray();
        return ChartMaker.Make(new ChartSettings(kind) { Limit = kind == ChartKind.Cusum ? 4 : null, Phases = [new ChartPhase(0, "trial") { Baseline = 25 }] }, groups);
    }

    private static ChartSample[] Counts(double[][] rows, int count, int units) => [.. rows.Select((row, i) => ChartSample.Counted($"{i + 1}", row[count], row[units]))];

    private static ChartSample[] Singles(IEnumerable<double> values) => [.. values.Select((value, i) => new ChartSample($"{i + 1}", [value]))];

    private static int[] Beyond(ControlChart chart) => [.. chart.Out.Select(point => point.Index + 1)];

    private static void Refused(ProblemKind kind, Action action) => Should.Throw<ProblemException>(action).Problem.Kind.ShouldBe(kind);
}
