using Voltloop.Core.Provenance;
using Voltloop.Health.Model.Grading;

namespace Voltloop.Tests.Unit.Health;

/// <summary>The weakest of cells in series.</summary>
public sealed class WeakestCellTests
{
    private const double Z95 = 1.959963984540054;

    [Fact]
    public void One_cell_is_as_good_as_it_is()
    {
        var (percent, interval) = WeakestCell.Of([(80, new Interval(78, 82, 0.95))], 0.95);
        percent.ShouldBe(80, 1e-9);
        (interval.Lower, interval.Upper).ShouldSatisfyAllConditions(i => i.Lower.ShouldBe(78, 1e-6), i => i.Upper.ShouldBe(82, 1e-6));
    }

    [Theory]
    // Median of the least of n standard normals: 1 - F(x) = 0.5^(1/n).
    [InlineData(2, -0.544952)]
    [InlineData(12, -1.588155)]
    public void Of_equal_cells_the_weakest_lies_below_by_its_order_statistic(int cells, double median)
    {
        var (percent, _) = WeakestCell.Of([.. Enumerable.Repeat((80.0, new Interval(80 - Z95, 80 + Z95, 0.95)), cells)], 0.9);
        percent.ShouldBe(80 + median, 2e-4);
    }

    [Fact]
    public void A_cell_that_is_far_weaker_decides_alone()
    {
        var (percent, interval) = WeakestCell.Of([(95, new Interval(94, 96, 0.95)), (60, new Interval(59, 61, 0.95)), (90, new Interval(90, 90, 0.95))], 0.95);
        percent.ShouldBe(60, 1e-9);
        (interval.Upper - interval.Lower).ShouldBe(2, 1e-6);
    }

    [Fact]
    public void Simulated_strings_lie_inside_as_often_as_is_claimed()
    {
        (double Percent, Interval Interval)[] cells = [(80, new Interval(76, 84, 0.95)), (81, new Interval(79, 83, 0.95)), (79, new Interval(73, 85, 0.9))];
        var (_, interval) = WeakestCell.Of(cells, 0.9);
        var chance = new Random(1);
        const int Strings = 20_000;
        var inside = Enumerable.Range(0, Strings).Count(_ => cells.Min(Drawn) is var least && least >= interval.Lower && least <= interval.Upper);
        (inside / (double)Strings).ShouldBe(0.9, 0.01);

        double Drawn((double Percent, Interval Interval) cell) =>
            cell.Percent + ((cell.Interval.Upper - cell.Interval.Lower) / 2 / (cell.Interval.Level > 0.92 ? Z95 : 1.6448536) * Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble()));
    }
}
