using Voltloop.Kernels.Commonality;

namespace Voltloop.Bench.Quality;

/// <summary>Whether probabilities are uniform when nothing is a cause. Exact tests are discrete, so the jump at the value found is spread by chance.</summary>
internal static class Calibration
{
    private const int Units = 4000;

    /// <summary>Kolmogorov-Smirnov distance of one probability for each seed, and its 5 % point.</summary>
    public static (double Distance, double Critical) Of(int seeds)
    {
        var values = new double[seeds];
        for (var seed = 1; seed <= seeds; seed++)
        {
            // Every sixth seed plants nothing.
            var planted = new PlantedGenealogy(seed * PlantedGenealogy.Kinds.Length, Units);
            var column = planted.Columns()[seed % 8];
            var (with, all) = (column.At(seed % 6), UnitSet.All(Units));
            var table = UnitSet.Table(with, all, planted.Bad, all);
            values[seed - 1] = table.Chance.Upper(table.BadWith + 1) + (new Random(seed).NextDouble() * table.Chance.Probability(table.BadWith));
        }

        Array.Sort(values);
        var distance = values.Select((value, i) => Math.Max(Math.Abs(value - ((double)i / seeds)), Math.Abs(value - ((i + 1.0) / seeds)))).Max();
        return (distance, 1.358 / Math.Sqrt(seeds));
    }
}
