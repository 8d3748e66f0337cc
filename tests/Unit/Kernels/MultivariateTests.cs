using Voltloop.Kernels.ControlCharts;
using Voltloop.Kernels.Multivariate;
using Voltloop.Tests.Unit.Quality;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class MultivariateTests
{
    [Fact]
    public void Subgroups_of_Ryan_have_their_mean_covariance_limit_and_points()
    {
        var groups = TextbookFile.Rows("nist_ehandbook", "T2CC.DAT").Where(row => row.Length == 3).GroupBy(row => row[2]).Select(group => group.Select(row => row[..2]).ToArray()).ToArray();
        var chart = SubgroupMeans.Of(groups);
        chart.Mean.ShouldBe([60.3750, 18.4875], 1e-9);
        chart.Covariance[0, 0].ShouldBe(222.03333, 5e-6);
        chart.Covariance[0, 1].ShouldBe(103.11667, 5e-6);
        chart.Covariance[1, 1].ShouldBe(56.579167, 5e-7);
        // qcc gives Ryan's limit at 1 - (1 - 0.0027)^p.
        var limit = HotellingLimits.GroupsPhaseOne((20, 4), 2, 1 - Math.Pow(1 - 0.0027, 2));
        limit.ShouldBe(11.039757, 5e-7);
        chart.Statistics.Select((value, i) => (value, i)).Where(point => point.value > limit).Select(point => point.i + 1).ShouldBe([10, 20]);
        chart.Statistics[9].ShouldBe(63.760421, 5e-7);
        chart.Statistics[19].ShouldBe(13.037617, 5e-7);
        HotellingLimits.GroupsPhaseTwo((20, 4), 2, 0.01).ShouldBeGreaterThan(HotellingLimits.GroupsPhaseOne((20, 4), 2, 0.01));
    }

    [Fact]
    public void The_boiler_has_one_row_out()
    {
        var rows = TextbookFile.Rows("spc_textbook", "boiler.txt");
        var figures = new HotellingMonitor(ReferenceRows.Of(rows)).Score(rows)[0];
        HotellingLimits.PhaseOne(rows.Length, 8, 0.001).ShouldBe(17.417047, 5e-7);
        figures[..5].ShouldBe([13.963962, 9.7790836, 5.4726715, 14.74098, 6.5757864], 5e-6);
        figures[8].ShouldBe(17.575293, 5e-7);
        figures.Count(figure => figure > 17.417047).ShouldBe(1);
    }

    [Fact]
    public void The_parts_of_mech1_and_their_decomposition_are_those_of_MSQC()
    {
        var rows = TextbookFile.Rows("spc_textbook", "MSQC__mech1.csv");
        var reference = ReferenceRows.Of(rows);
        new HotellingMonitor(reference).Of(rows[28]).ShouldBe(19.619, 5e-4);
        HotellingLimits.PhaseOne(rows.Length, 7, 0.005).ShouldBe(17.33, 5e-3);
        var terms = new MytDecomposition(reference).Of(rows[28]);
        terms.Take(3).Select(term => term.Variable + 1).ShouldBe([6, 3, 1]);
        terms.Take(3).Select(term => term.Value).ShouldBe([7.8454, 6.9127, 4.1083], 1e-4);
        terms[2].Total.ShouldBe(18.8664, 5e-5);
        terms[^1].Total.ShouldBe(19.619, 5e-4);
        terms[0].Probability.ShouldBe(0.0075, 1e-3);
    }

    [Fact]
    public void The_greedy_order_finds_the_largest_subset_of_every_size_of_mech1()
    {
        var rows = TextbookFile.Rows("spc_textbook", "MSQC__mech1.csv");
        var myt = new MytDecomposition(ReferenceRows.Of(rows));
        var terms = myt.Of(rows[28]);
        for (var size = 1; size <= 7; size++)
        {
            var best = Subsets(7, size).Max(subset => myt.Subset(rows[28], subset));
            terms[size - 1].Total.ShouldBe(best, 1e-9 * best);
        }
    }

    [Fact]
    public void The_pruned_search_finds_the_largest_subset_of_every_size_and_fifty_variables_are_split_in_a_moment()
    {
        var random = new Random(11);
        for (var trial = 0; trial < 20; trial++)
        {
            var rows = Rows(random, 40, 6);
            var myt = new MytDecomposition(ReferenceRows.Of(rows));
            for (var size = 1; size <= 5; size++)
            {
                var best = Subsets(6, size).MaxBy(subset => myt.Subset(rows[0], subset))!;
                myt.Largest(rows[0], size).ShouldBe(best);
            }
        }

        var many = Rows(random, 200, 50);
        var reference = ReferenceRows.Of(many);
        var terms = new MytDecomposition(reference).Of(many[3]);
        terms.Select(term => term.Variable).Order().ShouldBe(Enumerable.Range(0, 50));
        terms[^1].Total.ShouldBe(new HotellingMonitor(reference).Of(many[3]), 1e-8);
    }

    [Fact]
    public void Contributions_add_up_to_each_figure()
    {
        var rows = Rows(new Random(3), 120, 5);
        var reference = ReferenceRows.Of(rows);
        IRowMonitor[] monitors = [new HotellingMonitor(reference), PrincipalModel.Fit(reference, 2), new MewmaMonitor(reference, 0.2), new CrosierMonitor(reference, 0.5), DynamicPrincipalModel.Fit(rows, 2, 4), CanonicalVariates.Fit(rows, 2, 3)];
        foreach (var monitor in monitors)
        {
            var figures = monitor.Score(rows);
            figures.Length.ShouldBe(monitor.Statistics.Count);
            for (var k = 0; k < figures.Length; k++) monitor.Contributions(rows, 60, k).Sum().ShouldBe(figures[k][60], 1e-9 * Math.Max(1, figures[k][60]));
        }
    }

    [Fact]
    public void A_missing_value_leaves_its_row_unjudged_and_averages_go_on()
    {
        var rows = Rows(new Random(4), 80, 4);
        double[][] holed = [.. rows];
        holed[40] = [rows[40][0], double.NaN, rows[40][2], rows[40][3]];
        var reference = ReferenceRows.Of(rows);
        new HotellingMonitor(reference).Score(holed)[0].Select(double.IsNaN).Count(missing => missing).ShouldBe(1);
        new MewmaMonitor(reference, 0.2).Score(holed)[0][41].ShouldBe(new MewmaMonitor(reference, 0.2).Score([.. rows[..40], .. rows[41..]])[0][40], 1e-12);
        new CrosierMonitor(reference, 0.5).Score(holed)[0].Count(double.IsNaN).ShouldBe(1);
        DynamicPrincipalModel.Fit(rows, 2, 3).Score(holed)[1].Count(double.IsNaN).ShouldBe(2 + 3);
        CanonicalVariates.Fit(rows, 2, 2).Score(holed)[1].Count(double.IsNaN).ShouldBe(1 + 2);
        PrincipalModel.Fit(reference, 2).Contributions(holed, 40, 1).ShouldBeEmpty();
    }

    [Fact]
    public void A_singular_covariance_is_found_and_principal_components_live_with_it()
    {
        double[][] rows = [.. Rows(new Random(5), 60, 3).Select(row => new[] { row[0], row[1], row[2], row[0] - (2 * row[1]) })];
        var reference = ReferenceRows.Of(rows);
        reference.Dependent.ShouldBe(3);
        Should.Throw<ArgumentException>(() => new HotellingMonitor(reference));
        PrincipalModel.Fit(reference, 9).Components.ShouldBe(3);
        ReferenceRows.Of(Rows(new Random(6), 5, 8)).Dependent.ShouldBe(4);
        PrincipalModel.Fit(ReferenceRows.Of(Rows(new Random(6), 5, 8)), 8).Components.ShouldBe(4);
    }

    [Fact]
    public void Many_rows_are_scored_like_single_ones()
    {
        var rows = Rows(new Random(7), 203, 13);
        rows[100][4] = double.NaN;
        var reference = ReferenceRows.Of(rows[..90]);
        double[] flat = [.. rows.SelectMany(row => row)];
        var model = PrincipalModel.Fit(reference, 3);
        var (t2, spe, average) = (new double[rows.Length], new double[rows.Length], new double[rows.Length]);
        new PrincipalScorer(model).Score(flat, t2, spe);
        Known(t2).ShouldBe(Known(model.Score(rows)[0]), 1e-9);
        Known(spe).ShouldBe(Known(model.Score(rows)[1]), 1e-9);
        new MewmaStream(reference, 0.2).Take(flat, average);
        Known(average).ShouldBe(Known(new MewmaMonitor(reference, 0.2).Score(rows)[0]), 1e-8);
        average.Count(double.IsNaN).ShouldBe(1);
        var stream = new MewmaStream(reference, 0.2);
        Known([.. rows.Select(row => stream.Step(row))]).ShouldBe(Known(average), 1e-9);
    }

    [Fact]
    public void Streams_allocate_nothing_per_row()
    {
        var rows = Rows(new Random(8), 100, 6);
        var stream = new MewmaStream(ReferenceRows.Of(rows), 0.2);
        stream.Step(rows[0]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        foreach (var row in rows) stream.Step(row);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(200);
    }

    // Whole vectors, 6,000 runs in numpy: 199.97 ± 2.49 and 199.38 ± 2.22.
    [Theory]
    [InlineData(2, 5.5, 199.97, 2.49)]
    [InlineData(10, 14.9, 199.38, 2.22)]
    public void The_run_length_of_the_multivariate_cusum_is_that_of_whole_vectors(int variables, double limit, double expected, double error)
    {
        var found = CrosierLength.InControl(limit, 0.5, variables, (1_500, 1));
        Math.Abs(found.Points - expected).ShouldBeLessThan(4 * Math.Sqrt((found.StandardError * found.StandardError) + (error * error)));
    }

    [Fact]
    public void The_limit_of_the_multivariate_cusum_is_simulated_with_its_error()
    {
        var (limit, check) = CrosierLength.LimitFor(200, 0.5, 2);
        limit.ShouldBe(5.50, 0.15);
        Math.Abs(check.Points - 200).ShouldBeLessThan(5 * check.StandardError);
    }

    [Fact]
    public void Joint_limits_keep_all_figures_within_one_budget()
    {
        var random = new Random(9);
        double[][] figures = [.. Enumerable.Range(0, 5).Select(_ => Enumerable.Range(0, 1_000).Select(_ => random.NextDouble()).ToArray())];
        var limits = EmpiricalLimit.Joint(figures, 0.02);
        EmpiricalLimit.Above(figures, limits).ShouldBe(20);
        limits.ShouldAllBe(limit => limit > 0.99);
        EmpiricalLimit.Quantile([1, 2, 3, 4, double.NaN], 0.5).ShouldBe(2.5);
        EmpiricalLimit.Joint([figures[0]], 0.01)[0].ShouldBe(EmpiricalLimit.Quantile(figures[0], 0.99), 1e-12);
    }

    [Fact]
    public void Rates_have_intervals_that_know_of_runs()
    {
        // Clopper and Pearson for 3 of 20, scipy: 0.0320709, 0.3789268.
        var scattered = AlarmRate.Of([.. Enumerable.Range(0, 20).Select(i => i % 7 == 3)], 0);
        (scattered.Alarms, scattered.Rows).ShouldBe((3, 20));
        scattered.Lower.ShouldBe(0.0320709, 5e-6);
        scattered.Upper.ShouldBe(0.3789268, 5e-6);
        var runs = AlarmRate.Of([.. Enumerable.Range(0, 400).Select(i => i is >= 100 and < 140)]);
        runs.Effective.ShouldBeLessThan(40);
        runs.Upper.ShouldBeGreaterThan(0.2);
        AlarmRate.Of([.. Enumerable.Repeat(true, 40)]).IsAbove(scattered).ShouldBeTrue();
        scattered.IsAbove(AlarmRate.Of([.. Enumerable.Range(0, 100).Select(i => i % 10 == 3)])).ShouldBeFalse();
        AlarmRate.Of([]).Upper.ShouldBe(1);
        AlarmRate.Of([.. Enumerable.Repeat(true, 10)]).Upper.ShouldBe(1);
    }

    [Fact]
    public void Western_Electric_as_bits_says_what_the_watch_says()
    {
        var random = new Random(10);
        double[] z = [.. Enumerable.Range(0, 3_001).Select(i => i % 97 == 0 ? 0 : (random.NextDouble() + random.NextDouble() + random.NextDouble() - 1.5) * 2.2 + Math.Sin(i / 40.0))];
        var scan = new WesternElectricScan(z.Length);
        scan.Look(z);
        var watch = new RuleWatch(RunRules.WesternElectric);
        for (var i = 0; i < z.Length; i++) scan[i].ShouldBe(watch.Look(z[i]), $"point {i}");
        scan.Count(RunRules.FourOfFive).ShouldBeGreaterThan(10);
        z[2_000] = double.NaN;
        Should.Throw<ArgumentException>(() => scan.Look(z));
    }

    private static double[] Known(double[] figures) => [.. figures.Where(figure => !double.IsNaN(figure))];

    private static double[][] Rows(Random random, int rows, int variables)
    {
        var common = new double[rows];
        for (var i = 0; i < rows; i++) common[i] = random.NextDouble() - 0.5;
        return [.. Enumerable.Range(0, rows).Select(i => Enumerable.Range(0, variables).Select(j => (10 * j) + (common[i] * ((j % 3) + 1)) + random.NextDouble()).ToArray())];
    }

    private static IEnumerable<int[]> Subsets(int variables, int size) =>
        Enumerable.Range(0, 1 << variables).Where(bits => System.Numerics.BitOperations.PopCount((uint)bits) == size).Select(bits => Enumerable.Range(0, variables).Where(j => (bits >> j & 1) != 0).ToArray());
}
