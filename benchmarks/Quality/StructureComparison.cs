using Voltloop.Kernels.CausalStructure;
using Voltloop.Kernels.LinearAlgebra;
using Voltloop.Tests.Unit.Kernels;

namespace Voltloop.Bench.Quality;

/// <summary>Structures of made-up lines: how well, and how fast.</summary>
/// <param name="what">Name, search and whether the order of stations is used.</param>
internal sealed class StructureComparison((string Name, StructureSearch Search, bool IsOrdered) what) : IComparison
{
    private const int Lines = 20;
    private const int Rows = 500;
    private const double Threshold = 0.08;

    private static readonly Lazy<PlantedLine[]> Planted = new(() => [.. Enumerable.Range(1, Lines).Select(seed => new PlantedLine(seed, Rows))]);

    /// <summary>All of them.</summary>
    public static IEnumerable<IComparison> All { get; } =
    [
        new StructureComparison(("F1: stations", StructureSearch.Stations, true)), new StructureComparison(("F1: neighbours, with the order", StructureSearch.Neighbours, true)),
        new StructureComparison(("F1: neighbours, without the order", StructureSearch.Neighbours, false)), new StructureTime(),
    ];

    public string Name => what.Name;

    public string Unit => "F1";

    public Task<(double Ours, double Plain)> MeasureAsync() => Task.FromResult((Planted.Value.Average(Ours), Planted.Value.Average(Plain)));

    /// <summary>Learns a line, on normal scores of ranks.</summary>
    public static LearnedStructure Learn(PlantedLine line, StructureSearch search, bool isOrdered) =>
        LearnedStructure.Learn((CorrelationMatrix.Of(RankScores.Of(line.Columns)), Rows), isOrdered ? line.Tiers : new int[line.Tiers.Length], new StructureSettings { Search = search });

    private double Ours(PlantedLine line) => line.Score([.. Learn(line, what.Search, what.IsOrdered).Edges.Select(edge => (edge.From, edge.To))]).F1;

    private static double Plain(PlantedLine line)
    {
        var precision = Cholesky.TryOf(CorrelationMatrix.Shrunk(line.Columns).Correlations)!.Inverse();
        var pairs = from x in Enumerable.Range(0, precision.Rows)
                    from y in Enumerable.Range(x + 1, precision.Rows - x - 1)
                    where Math.Abs(precision[x, y]) / Math.Sqrt(precision[x, x] * precision[y, y]) > Threshold
                    select (x, y);
        return line.Score([.. pairs]).F1;
    }
}
