using Voltloop.Kernels.Commonality;

namespace Voltloop.Tests.Unit.Quality;

/// <summary>What bad units have in common: exact figures against scipy 1.10.1, and named answers where nothing can be said.</summary>
public sealed class CommonalityTests
{
    private static readonly string[] Machines = ["A", "B", "C", "D"];

    [Theory]
    [InlineData(8, 10, 12, 100, 1.1058646899508914e-07)]
    [InlineData(3, 10, 12, 100, 0.09810112679702727)]
    [InlineData(0, 10, 12, 100, 1)]
    [InlineData(7, 7, 7, 205, 3.6738377393078657e-13)]
    [InlineData(250, 41667, 2400, 1000000, 9.830217320617454e-39)]
    public void The_exact_test_agrees_with_scipy(int badWith, int with, int bad, int total, double expected) =>
        new ContingencyTable(badWith, with, bad, total).Probability.ShouldBe(expected, Math.Max(1e-300, 1e-6 * expected));

    [Fact]
    public void One_stratum_is_the_plain_test_and_two_equal_ones_are_their_sum()
    {
        ContingencyTable one = new(4, 10, 6, 40);
        StratifiedTest.Probability([one]).ShouldBe(one.Probability, 1e-12);
        var sum = 0.0;
        for (var i = 0; i <= 6; i++) for (var j = 0; j <= 6; j++) if (i + j >= 8) sum += one.Chance.Probability(i) * one.Chance.Probability(j);
        StratifiedTest.Probability([one, one]).ShouldBe(sum, 1e-12);
        StratifiedTest.RiskRatio([one, one]).ShouldBe(one.RiskRatio, 1e-12);
    }

    [Fact]
    public void Risk_ratio_has_the_interval_of_Katz()
    {
        // 8 of 10 against 4 of 90: 18, logarithm with standard error 0.5066.
        var (lower, upper) = new ContingencyTable(8, 10, 12, 100).RiskRatioInterval(0.95);
        (Math.Log(upper) - Math.Log(lower)).ShouldBe(2 * 1.959964 * Math.Sqrt((1.0 / 8) - (1.0 / 10) + (1.0 / 4) - (1.0 / 90)), 1e-5);
        Math.Sqrt(lower * upper).ShouldBe(18, 1e-9);
    }

    [Theory]
    [InlineData(40, CommonalityVerdict.AllBad)]
    [InlineData(0, CommonalityVerdict.NoneBad)]
    [InlineData(2, CommonalityVerdict.TooFew)]
    [InlineData(38, CommonalityVerdict.TooFew)]
    [InlineData(10, CommonalityVerdict.NothingSeparates)]
    public void Where_nothing_can_be_said_that_is_the_answer(int bad, CommonalityVerdict verdict)
    {
        var report = Search(40, unit => unit % 4, unit => unit < bad);
        report.Verdict.ShouldBe(verdict);
        report.Causes.ShouldBeEmpty();
    }

    [Fact]
    public void Two_equally_guilty_machines_are_both_named()
    {
        var report = Search(400, unit => unit % 4, unit => unit % 4 < 2 && unit % 12 < 5);
        report.Causes.Select(cause => cause.Head.Level).Order().ShouldBe([0, 1]);
    }

    [Fact]
    public void Levels_that_always_go_together_are_one_group_that_cannot_be_told_apart()
    {
        var machine = Column("machine", 200, unit => unit % 4);
        var lot = Column("lot", 200, unit => unit % 4) with { Precedence = 1 };
        var cause = Find([machine, lot], 200, unit => unit % 4 == 2 && unit % 8 == 2).Causes.ShouldHaveSingleItem();
        (cause.Head.Column, cause.Head.Level).ShouldBe((0, 2));
        cause.Alike.ShouldContain(one => one.Column == 1 && one.Level == 2);
    }

    [Fact]
    public void What_goes_together_with_the_cause_most_of_the_time_falls_away()
    {
        var random = new Random(3);
        int[] machine = [.. Enumerable.Range(0, 4000).Select(_ => random.Next(4))];
        int[] other = [.. machine.Select(own => random.NextDouble() < 0.8 ? own : random.Next(4))];
        var cause = Find([Column("first", 4000, unit => other[unit]), Column("second", 4000, unit => machine[unit])], 4000, unit => machine[unit] == 1 && random.NextDouble() < 0.1).Causes.ShouldHaveSingleItem();
        (cause.Head.Column, cause.Head.Level).ShouldBe((1, 1));
        cause.Explained.ShouldContain(one => one.Column == 0 && one.Level == 1);
    }

    [Fact]
    public void Two_machines_that_are_bad_only_together_are_named_as_a_pair()
    {
        var random = new Random(4);
        int[] one = [.. Enumerable.Range(0, 4000).Select(_ => random.Next(4))], two = [.. Enumerable.Range(0, 4000).Select(_ => random.Next(4))];
        var report = Find([Column("first", 4000, unit => one[unit]), Column("second", 4000, unit => two[unit])], 4000, unit => random.NextDouble() < (one[unit] == 1 && two[unit] == 2 ? 0.3 : 0.01));
        var head = report.Causes[0].Head;
        head.Kind.ShouldBe(FactorKind.Pair);
        (head.Level, head.Second).ShouldBe((1, (1, 2)));
    }

    [Fact]
    public void A_bad_time_of_a_machine_is_found_with_an_interval_for_its_beginning()
    {
        var column = Column("machine", 4000, unit => unit % 4) with { Times = [.. Enumerable.Range(0, 4000).Select(unit => (double)unit)] };
        var head = Find([column], 4000, unit => unit % 4 == 3 && unit is >= 1500 and < 2000 && unit % 3 > 0).Causes[0].Head;
        (head.Kind, head.Level).ShouldBe((FactorKind.Window, 3));
        head.Window!.From.ShouldBe(1503, 8);
        head.Window.To.ShouldBe(1999, 8);
        head.Window.Onset.Earliest.ShouldBeLessThanOrEqualTo(1503);
        head.Window.Onset.Latest.ShouldBeGreaterThanOrEqualTo(1499);
        head.Window.Probability.ShouldBeLessThan(0.01);
    }

    [Fact]
    public void Holes_of_the_genealogy_are_counted_and_left_out()
    {
        var report = Search(400, unit => unit % 10 == 0 ? -1 : unit % 4, unit => unit % 4 == 1 && unit % 3 == 0);
        report.Holes.ShouldBe([40]);
        report.Causes[0].Head.Level.ShouldBe(1);
        report.Causes[0].Head.Table.Total.ShouldBe(360);
    }

    [Fact]
    public void A_ramp_in_readings_is_found_with_its_beginning_and_end()
    {
        var random = new Random(5);
        double Noise() => Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
        double[] outside = [.. Enumerable.Range(0, 200).Select(_ => 400 + Noise())];
        double[] inside = [.. Enumerable.Range(0, 100).Select(i => 400 + Noise() + (i is >= 30 and < 80 ? 5 * Math.Min(1, (i - 29.5) / 10) : 0))];
        var found = ShiftScan.Find(inside, outside)!;
        (found.Onset.Earliest <= 31 && found.Onset.Latest >= 29).ShouldBeTrue();
        found.Last.ShouldBeInRange(78, 80);
        found.Shift.ShouldBe(5, 0.5);
        found.Probability.ShouldBeLessThan(1e-20);
        ShiftScan.Find(outside.AsSpan(0, 100), outside.AsSpan(100))!.Probability.ShouldBeGreaterThan(0.01);
        ShiftScan.Find(inside, outside.AsSpan(0, 5)).ShouldBeNull();
    }

    private static CommonalityReport Search(int units, Func<int, int> level, Func<int, bool> bad) => Find([Column("machine", units, level)], units, bad);

    private static CommonalityReport Find(StepColumn[] columns, int units, Func<int, bool> isBad)
    {
        var bad = new UnitSet(units);
        for (var unit = 0; unit < units; unit++) if (isBad(unit)) bad.Add(unit);
        return new CommonalitySearch(columns, bad, new CommonalitySettings()).Find();
    }

    private static StepColumn Column(string name, int units, Func<int, int> level) =>
        new(name, Machines, [.. Enumerable.Range(0, units).Select(unit => level(unit) < 0 ? StepColumn.Unknown : (ushort)level(unit))]);
}
