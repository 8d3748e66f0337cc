namespace Voltloop.Kernels.Grouping;

/// <summary>
/// Joins cells to series modules of one size so that little is lost to their differences: in a module, what a cell holds more
/// than the weakest cannot be used, and the cell with the highest resistance sets the heat. Starts from the cells in the order of
/// their capacity, which alone is the best for capacity, and exchanges pairs between modules as long as that helps.
/// </summary>
public static class ModuleGrouping
{
    /// <summary>Most cells in one plan.</summary>
    public const int MostCells = 2000;

    private const double Helps = 1e-12;
    private const int MostRounds = 200;

    /// <summary>Plans modules; cells that do not fill a module are left over, the weakest first.</summary>
    /// <param name="cells">The cells.</param>
    /// <param name="size">Cells of a module, 2 or more.</param>
    /// <param name="weight">What a share of resistance counts against a share of capacity, 0 or more.</param>
    public static ModulePlan Plan(IReadOnlyList<CellFigures> cells, int size, double weight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(cells.Count, MostCells);
        int[] order = [.. Enumerable.Range(0, cells.Count).OrderByDescending(i => cells[i].Capacity).ThenBy(i => cells[i].Resistance)];
        order = order[..(order.Length / size * size)];
        if (order.Length == 0) return new ModulePlan([], 0, 0);
        var starts = new[] { order, [.. order.OrderBy(i => cells[i].Resistance).ThenByDescending(i => cells[i].Capacity)] };
        var best = starts.Select(start => Improve(start.Chunk(size).ToArray(), new Measure(cells, start, weight))).MinBy(plan => plan.Mismatch)!;
        return best with { Bound = LowerBound(cells, order, (size, weight)) };
    }

    /// <summary>Share of the capacity that stands above the weakest cell of its module, plus the weight times the share of resistance below the highest of its module.</summary>
    public static double Mismatch(IReadOnlyList<CellFigures> cells, IReadOnlyList<int[]> modules, double weight)
    {
        var measure = new Measure(cells, [.. modules.SelectMany(module => module)], weight);
        return modules.Sum(measure.Of);
    }

    // Each of the two parts is the smallest when the cells stand in the order of its figure; no grouping beats both at once.
    private static double LowerBound(IReadOnlyList<CellFigures> cells, int[] used, (int Size, double Weight) plan)
    {
        var byResistance = used.OrderBy(i => cells[i].Resistance).Chunk(plan.Size).ToArray();
        return Mismatch(cells, used.Chunk(plan.Size).ToArray(), 0) + Mismatch(cells, byResistance, plan.Weight) - Mismatch(cells, byResistance, 0);
    }

    private static ModulePlan Improve(int[][] modules, Measure measure)
    {
        var costs = Array.ConvertAll(modules, module => measure.Of(module));
        for (var round = 0; round < MostRounds && Round(modules, costs, measure); round++)
        {
        }

        return new ModulePlan(modules, costs.Sum(), 0);
    }

    private static bool Round(int[][] modules, double[] costs, Measure measure)
    {
        var helped = false;
        for (var a = 0; a < modules.Length; a++)
        {
            for (var b = a + 1; b < modules.Length; b++) helped |= Exchange(modules, costs, measure, (a, b));
        }

        return helped;
    }

    private static bool Exchange(int[][] modules, double[] costs, Measure measure, (int First, int Second) pair)
    {
        var (left, right, helped) = (modules[pair.First], modules[pair.Second], false);
        for (var i = 0; i < left.Length; i++)
        {
            for (var k = 0; k < right.Length; k++)
            {
                (left[i], right[k]) = (right[k], left[i]);
                var (one, other) = (measure.Of(left), measure.Of(right));
                if (one + other < costs[pair.First] + costs[pair.Second] - Helps)
                {
                    (costs[pair.First], costs[pair.Second], helped) = (one, other, true);
                    continue;
                }

                (left[i], right[k]) = (right[k], left[i]);
            }
        }

        return helped;
    }

    private sealed class Measure(IReadOnlyList<CellFigures> cells, int[] used, double weight)
    {
        private readonly double _capacity = used.Sum(i => cells[i].Capacity);
        private readonly double _resistance = used.Sum(i => cells[i].Resistance);

        public double Of(int[] module)
        {
            var (sumQ, lowQ, sumR, highR) = (0.0, double.PositiveInfinity, 0.0, 0.0);
            foreach (var i in module)
            {
                var cell = cells[i];
                (sumQ, lowQ) = (sumQ + cell.Capacity, Math.Min(lowQ, cell.Capacity));
                (sumR, highR) = (sumR + cell.Resistance, Math.Max(highR, cell.Resistance));
            }

            return ((sumQ - (module.Length * lowQ)) / _capacity) + (weight * ((module.Length * highR) - sumR) / _resistance);
        }
    }
}
