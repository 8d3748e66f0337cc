using Voltloop.Kernels.Grouping;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class GroupingTests
{
    [Theory]
    [InlineData(6, 3)]
    [InlineData(6, 2)]
    [InlineData(8, 4)]
    [InlineData(8, 2)]
    public void Small_sets_are_grouped_as_well_as_trying_all_ways(int cells, int size)
    {
        for (var seed = 0; seed < 12; seed++)
        {
            var figures = Cells(cells, seed);
            var plan = ModuleGrouping.Plan(figures, size, 0.5);
            var best = All([.. Enumerable.Range(0, cells)], size).Min(modules => ModuleGrouping.Mismatch(figures, modules, 0.5));
            plan.Bound.ShouldBeLessThanOrEqualTo(best + 1e-12);
            plan.Mismatch.ShouldBe(ModuleGrouping.Mismatch(figures, plan.Modules, 0.5), 1e-12);
            plan.Mismatch.ShouldBeGreaterThanOrEqualTo(best - 1e-12);
            plan.Mismatch.ShouldBeLessThanOrEqualTo(1.05 * best);
        }
    }

    [Fact]
    public void With_capacity_alone_the_plan_is_proven_to_be_the_best()
    {
        var plan = ModuleGrouping.Plan(Cells(100, 7), 4, 0);
        plan.Gap.ShouldBe(0, 1e-12);
        plan.Modules.Count.ShouldBe(25);
    }

    [Fact]
    public void A_plan_is_better_than_the_order_of_arrival_and_says_how_far_the_best_can_be()
    {
        var figures = Cells(96, 3);
        var plan = ModuleGrouping.Plan(figures, 8, 0.5);
        plan.Mismatch.ShouldBeLessThan(0.6 * ModuleGrouping.Mismatch(figures, [.. Enumerable.Range(0, 96).Chunk(8)], 0.5));
        plan.Bound.ShouldBeInRange(0, plan.Mismatch);
    }

    [Fact]
    public void Cells_that_fill_no_module_are_left_over_the_weakest_first()
    {
        var plan = ModuleGrouping.Plan([new(10, 1), new(9, 1), new(8, 1)], 2, 0.5);
        plan.Modules.ShouldHaveSingleItem().Order().ShouldBe([0, 1]);
    }

    private static CellFigures[] Cells(int count, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => new CellFigures(7 + (3 * random.NextDouble()), 0.001 + (0.002 * random.NextDouble())))];
    }

    // The first cell that is free leads a module; its companions are tried in every way.
    private static IEnumerable<int[][]> All(int[] free, int size)
    {
        if (free.Length == 0) return [[]];
        return from others in Choices(free[1..], size - 1)
               let module = (int[])[free[0], .. others]
               from rest in All([.. free.Except(module)], size)
               select (int[][])[module, .. rest];
    }

    private static IEnumerable<int[]> Choices(int[] from, int count) => count == 0
        ? [[]]
        : Enumerable.Range(0, from.Length).SelectMany(i => Choices(from[(i + 1)..], count - 1).Select(rest => (int[])[from[i], .. rest]));
}
