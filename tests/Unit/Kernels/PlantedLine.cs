namespace Voltloop.Tests.Unit.Kernels;

/// <summary>
/// A made-up line of 98 variables at 14 stations with 485 edges, 327 of them between stations: the size of the causalAssembly set
/// (Göbler et al. 2023), which may not be shipped. Effects are monotone and bent, noise has heavy tails. What is found here says nothing of a real line.
/// </summary>
internal sealed class PlantedLine
{
    public const int Variables = 98;
    public const int Stations = 14;
    public const int Across = 327;
    public const int Within = 158;

    private readonly HashSet<(int From, int To)> _edges = [];

    public PlantedLine(int seed, int rows)
    {
        var random = new Random(seed);
        Tiers = [.. Enumerable.Range(0, Variables).Select(v => v * Stations / Variables)];
        Plant(random, Across, (from, to) => Tiers[from] < Tiers[to] && random.NextDouble() < Math.Pow(0.6, Tiers[to] - Tiers[from] - 1));
        Plant(random, Within, (from, to) => Tiers[from] == Tiers[to] && from < to);
        Columns = Draw(random, rows);
    }

    public int[] Tiers { get; }

    public double[][] Columns { get; }

    public IReadOnlySet<(int From, int To)> Edges => _edges;

    /// <summary>Precision, recall and their harmonic mean of pairs, without directions.</summary>
    public (double Precision, double Recall, double F1) Score(IReadOnlyCollection<(int X, int Y)> found)
    {
        var right = found.Count(pair => _edges.Contains(pair) || _edges.Contains((pair.Y, pair.X)));
        var (precision, recall) = (right / (double)Math.Max(1, found.Count), right / (double)_edges.Count);
        return (precision, recall, 2.0 * right / (found.Count + _edges.Count));
    }

    private void Plant(Random random, int count, Func<int, int, bool> fits)
    {
        for (var planted = 0; planted < count;)
        {
            var (from, to) = (random.Next(Variables), random.Next(Variables));
            if (fits(from, to) && _edges.Add((from, to))) planted++;
        }
    }

    private double[][] Draw(Random random, int rows)
    {
        var columns = new double[Variables][];
        foreach (var v in Enumerable.Range(0, Variables))
        {
            (int From, double Weight, double Bend)[] parents = [.. _edges.Where(e => e.To == v).Select(e => e.From).Order().Select(from => (from, (0.3 + (0.7 * random.NextDouble())) * (random.Next(2) == 0 ? -1 : 1), random.NextDouble()))];
            columns[v] = new double[rows];
            for (var i = 0; i < rows; i++)
            {
                var sum = parents.Sum(p => p.Weight * (((1 - p.Bend) * columns[p.From][i]) + (p.Bend * 1.5 * Math.Tanh(columns[p.From][i]))));
                columns[v][i] = sum + Noise(random);
            }

            var deviation = Math.Sqrt(columns[v].Average(x => x * x));
            columns[v] = Array.ConvertAll(columns[v], x => x / deviation);
        }

        return columns;
    }

    // Laplace with variance 1.
    private static double Noise(Random random)
    {
        var u = random.NextDouble() - 0.5;
        return -Math.Sign(u) * Math.Log(1 - (2 * Math.Abs(u)) + 1e-300) / Math.Sqrt(2);
    }
}
