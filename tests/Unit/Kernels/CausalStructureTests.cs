using Voltloop.Kernels.CausalStructure;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class CausalStructureTests
{
    private const int Many = 1_000_000;

    // Chain, fork, collider, M: what a perfect test of independence leaves, with directions as d-separation has them (Pearl, Causality, 1.2 and 2.4).
    [Theory]
    [InlineData(3, "0>1 1>2", "0-1 1-2")]
    [InlineData(3, "1>0 1>2", "0-1 1-2")]
    [InlineData(3, "0>1 2>1", "0>1 2>1")]
    [InlineData(5, "0>2 0>3 1>3 1>4", "0>3 1>3 0-2 1-4")]
    [InlineData(4, "0>2 1>2 2>3", "0>2 1>2 2>3")]
    [InlineData(4, "0>1 0>2 1>3 2>3", "0-1 0-2 1>3 2>3")]
    public void Known_structures_come_out_with_the_directions_that_can_be_known(int size, string truth, string found) =>
        Learn(size, truth, new int[size]).ShouldBe(Words(found));

    [Theory]
    [InlineData("0>1 1>2", "0 1 2", "0>1 1>2")]
    [InlineData("0>1 0>2", "0 1 1", "0>1 0>2")]
    [InlineData("0>1 1>2", "0 1 1", "0>1 1>2")]
    [InlineData("0>1 2>1", "0 1 1", "0>1 2>1")]
    [InlineData("1>2", "0 1 1", "1-2")]
    public void The_order_of_stations_gives_directions(string truth, string tiers, string found)
    {
        int[] order = [.. tiers.Split(' ').Select(int.Parse)];
        Learn(3, truth, order).ShouldBe(Words(found));
        Learn(3, truth, order, StructureSearch.Stations).ShouldBe(Words(found));
    }

    [Fact]
    public void A_collider_that_came_later_is_not_held_fixed()
    {
        // Both cause what is measured at the end: holding that fixed would join them.
        var structure = LearnedStructure.Learn((Implied(3, "0>2 1>2"), Many), [0, 0, 1], new StructureSettings());
        structure.Joins(0, 1).ShouldBeFalse();
        structure.Against(0, 1)!.Given.ShouldBeEmpty();
    }

    [Fact]
    public void What_separates_a_pair_is_told()
    {
        var structure = LearnedStructure.Learn((Implied(4, "0>1 1>2 3>2"), Many), [0, 1, 2, 0], new StructureSettings { Search = StructureSearch.Neighbours });
        structure.Against(0, 2)!.Given.ShouldBe([1]);
        structure.Against(0, 2)!.Correlation.ShouldBe(0, 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void The_order_of_columns_changes_nothing(int seed)
    {
        var line = new PlantedLine(seed, 400);
        var shuffled = Enumerable.Range(0, PlantedLine.Variables).ToArray();
        new Random(seed).Shuffle(shuffled);
        foreach (var search in Enum.GetValues<StructureSearch>())
        {
            var plain = Learn(line.Columns, line.Tiers, search);
            var other = Learn([.. shuffled.Select(v => line.Columns[v])], [.. shuffled.Select(v => line.Tiers[v])], search);
            other.Edges.Select(e => Pair(shuffled[e.From], shuffled[e.To], e.Kind)).Order().ShouldBe(plain.Edges.Select(e => Pair(e.From, e.To, e.Kind)).Order());
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void On_a_made_up_line_of_98_variables_stations_beat_neighbours_and_shrunk_partial_correlations(int seed)
    {
        var line = new PlantedLine(seed, 500);
        double[][] scores = RankScores.Of(line.Columns);
        var stations = line.Score(Pairs(Learn(scores, line.Tiers, StructureSearch.Stations)));
        var neighbours = line.Score(Pairs(Learn(scores, line.Tiers, StructureSearch.Neighbours)));
        var without = line.Score(Pairs(Learn(scores, new int[PlantedLine.Variables], StructureSearch.Neighbours)));
        stations.F1.ShouldBeGreaterThan(0.8);
        stations.F1.ShouldBeGreaterThan(Shrunk(line, 0.08).F1 + 0.05);
        neighbours.F1.ShouldBeGreaterThan(without.F1);
        (1 - stations.Precision).ShouldBeLessThan(0.06, "the stated share of false edges is 0.05");
    }

    [Fact]
    public void No_edge_goes_backwards()
    {
        var line = new PlantedLine(4, 500);
        Learn(line.Columns, line.Tiers, StructureSearch.Neighbours).Edges.ShouldAllBe(edge => line.Tiers[edge.From] <= line.Tiers[edge.To]);
        Learn(line.Columns, line.Tiers, StructureSearch.Stations).Edges.ShouldAllBe(edge => line.Tiers[edge.From] <= line.Tiers[edge.To]);
    }

    // What conditioning on whole stations gives by blocks is what elimination gives directly.
    [Fact]
    public void The_evidence_of_an_edge_can_be_computed_again()
    {
        var line = new PlantedLine(5, 500);
        var correlations = CorrelationMatrix.Of(line.Columns);
        var test = new PartialCorrelation(correlations, 500);
        var structure = LearnedStructure.Learn((correlations, 500), line.Tiers, new StructureSettings { Search = StructureSearch.Stations });
        foreach (var edge in structure.Edges.Take(100))
        {
            test.Of(edge.From, edge.To, [.. edge.Weakest.Given]).ShouldBe(edge.Weakest.Correlation, 1e-8);
            test.Probability(edge.Weakest.Correlation, edge.Weakest.Given.Count).ShouldBe(edge.Weakest.Probability, 1e-8);
        }
    }

    [Fact]
    public void Without_any_effect_hardly_an_edge_is_found()
    {
        var found = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var random = new Random(seed);
            double[][] columns = [.. Enumerable.Range(0, 20).Select(_ => Enumerable.Range(0, 100).Select(_ => random.NextDouble() + random.NextDouble() + random.NextDouble()).ToArray())];
            found += Learn(columns, [.. Enumerable.Range(0, 20).Select(v => v / 5)], StructureSearch.Stations).Edges.Count;
        }

        found.ShouldBeLessThan(5);
    }

    [Fact]
    public void Ranks_forget_a_monotone_transform()
    {
        var random = new Random(3);
        double[] values = [.. Enumerable.Range(0, 50).Select(_ => random.NextDouble())];
        RankScores.Of(Array.ConvertAll(values, v => Math.Exp(5 * v))).ShouldBe(RankScores.Of(values));
        RankScores.Of([1, 2, 2, 3]).ShouldBe([-0.8416212335729142, 0, 0, 0.8416212335729142], 1e-9);
    }

    [Fact]
    public void More_columns_than_rows_can_be_drawn_together()
    {
        var random = new Random(1);
        double[][] columns = [.. Enumerable.Range(0, 60).Select(_ => Enumerable.Range(0, 30).Select(_ => random.NextDouble()).ToArray())];
        Cholesky.TryOf(CorrelationMatrix.Of(columns)).ShouldBeNull();
        var (shrunk, share) = CorrelationMatrix.Shrunk(columns);
        Cholesky.TryOf(shrunk).ShouldNotBeNull();
        share.ShouldBeInRange(0.5, 1);
    }

    // What changes 0 changes 2 by 0.8 x 0.5 through 1; 1 is held fixed for nothing, and 0 is a cause of both.
    [Fact]
    public void Total_effects_follow_all_ways_and_hold_causes_of_the_cause_fixed()
    {
        var correlations = Implied(3, "0>1:0.8 1>2:0.5 0>2:0.3");
        var structure = LearnedStructure.Learn((correlations, Many), [0, 1, 2], new StructureSettings());
        var effects = new TotalEffects(structure, correlations, Many).On(2).ToDictionary(e => e.Cause);
        effects[0].Value.ShouldBe(correlations[0, 2], 1e-9);
        effects[1].Value.ShouldBe((correlations[1, 2] - (correlations[0, 1] * correlations[0, 2])) / (1 - (correlations[0, 1] * correlations[0, 1])), 1e-9);
        effects[1].Held.ShouldBe([0]);
        effects[1].IsPossible.ShouldBeFalse();
    }

    [Fact]
    public void An_open_direction_gives_a_range_that_begins_with_no_effect()
    {
        var correlations = Implied(3, "0>1 1>2");
        var structure = LearnedStructure.Learn((correlations, Many), [0, 0, 1], new StructureSettings());
        var effects = new TotalEffects(structure, correlations, Many).On(2);
        var first = effects.Single(e => e.Cause == 0);
        first.IsPossible.ShouldBeTrue();
        first.Value.ShouldBe(0, 1e-9);
        effects.Single(e => e.Cause == 1).IsPossible.ShouldBeFalse();
    }

    [Fact]
    public void Halves_find_strong_edges_always()
    {
        var line = new PlantedLine(6, 600);
        var again = EdgeStability.Of(line.Columns[..14], line.Tiers[..14], new StructureSettings { Search = StructureSearch.Stations }, (20, 1));
        var strong = Learn(line.Columns[..14], line.Tiers[..14], StructureSearch.Stations).Edges.Where(e => e.Weakest.Probability < 1e-20).ToList();
        strong.ShouldNotBeEmpty();
        strong.ShouldAllBe(e => again[Math.Min(e.From, e.To), Math.Max(e.From, e.To)] > 0.95);
    }

    private static LearnedStructure Learn(double[][] columns, int[] tiers, StructureSearch search) =>
        LearnedStructure.Learn((CorrelationMatrix.Of(columns), columns[0].Length), tiers, new StructureSettings { Search = search });

    private static string Pair(int from, int to, EdgeKind kind) => kind == EdgeKind.Open && from > to ? $"{to}-{from}" : $"{from}{(kind == EdgeKind.Open ? '-' : '>')}{to}";

    private static List<(int, int)> Pairs(LearnedStructure structure) => [.. structure.Edges.Select(edge => (edge.From, edge.To))];

    private static string[] Words(string edges) => [.. edges.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal)];

    private static string[] Learn(int size, string truth, int[] tiers, StructureSearch search = StructureSearch.Neighbours) =>
        [.. LearnedStructure.Learn((Implied(size, truth), Many), tiers, new StructureSettings { Search = search }).Edges.Select(e => Pair(e.From, e.To, e.Kind)).Order(StringComparer.Ordinal)];

    private static (double Precision, double Recall, double F1) Shrunk(PlantedLine line, double above)
    {
        var precision = Cholesky.TryOf(CorrelationMatrix.Shrunk(line.Columns).Correlations)!.Inverse();
        return line.Score([.. from x in Enumerable.Range(0, precision.Rows) from y in Enumerable.Range(x + 1, precision.Rows - x - 1) where Math.Abs(precision[x, y]) / Math.Sqrt(precision[x, x] * precision[y, y]) > above select (x, y)]);
    }

    // Correlations of x = W x + noise of variance 1, with 0.7 where no weight is told.
    private static Matrix Implied(int size, string truth)
    {
        var reach = Matrix.Identity(size);
        var edges = Words(truth).Select(e => e.Split(':')).Select(p => (From: p[0][0] - '0', To: p[0][2] - '0', Weight: p.Length > 1 ? double.Parse(p[1], System.Globalization.CultureInfo.InvariantCulture) : 0.7)).ToList();
        // Sums over all ways: as many rounds as there are variables reach every way.
        for (var round = 0; round < size; round++)
        {
            var next = Matrix.Identity(size);
            foreach (var (from, to, weight) in edges) for (var k = 0; k < size; k++) next[to, k] += weight * reach[from, k];
            reach = next;
        }

        var found = new Matrix(size, size);
        for (var i = 0; i < size; i++) for (var j = 0; j < size; j++) found[i, j] = Dot.Of(reach.Row(i), reach.Row(j));
        var correlations = new Matrix(size, size);
        for (var i = 0; i < size; i++) for (var j = 0; j < size; j++) correlations[i, j] = found[i, j] / Math.Sqrt(found[i, i] * found[j, j]);
        return correlations;
    }
}
