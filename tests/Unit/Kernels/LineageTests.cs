using Voltloop.Kernels.Lineage;

namespace Voltloop.Tests.Kernels;

/// <summary>Walks up and down what went into what.</summary>
public sealed class LineageTests
{
    private const LineageKind Made = LineageKind.Transformation;
    private const LineageKind BuiltIn = LineageKind.Aggregation;

    [Fact]
    public void Everything_made_of_a_lot_is_reached_once_with_its_steps()
    {
        var graph = Graph(6, new(0, 1, Made, 1), new(0, 2, Made, 1), new(1, 3, Made, 2), new(2, 3, Made, 2), new(3, 4, BuiltIn, 3));
        var reach = new LineageWalker().Down(graph, [0], LineageFilter.All);
        reach.Nodes.ShouldBe([0, 1, 2, 3, 4]);
        reach.Visits.ToArray().Select(visit => visit.Steps).ShouldBe([0, 1, 1, 2, 3]);
        reach.IsCut.ShouldBeFalse();
        new LineageWalker().Up(graph, [4], LineageFilter.All).Nodes.Order().ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void What_was_drawn_before_a_lot_came_in_does_not_hold_it()
    {
        // A silo gets lot 0 at 5 and lot 1 at 10; product 3 is drawn at 7, product 4 at 12.
        var graph = Graph(5, new(0, 2, Made, 5), new(1, 2, Made, 10), new(2, 3, Made, 7), new(2, 4, Made, 12));
        var walker = new LineageWalker();
        walker.Down(graph, [0], LineageFilter.All).Nodes.ShouldBe([0, 2, 3, 4]);
        walker.Down(graph, [1], LineageFilter.All).Nodes.ShouldBe([1, 2, 4]);
        walker.Up(graph, [3], LineageFilter.All).Nodes.ShouldBe([3, 2, 0]);
        walker.Up(graph, [4], LineageFilter.All).Nodes.Order().ShouldBe([0, 1, 2, 4]);
    }

    [Fact]
    public void A_cell_put_into_a_module_later_is_in_the_pack_that_had_the_module_before()
    {
        var graph = Graph(3, new(1, 2, BuiltIn, 3), new(0, 1, BuiltIn, 5));
        new LineageWalker().Down(graph, [0], LineageFilter.All).Nodes.ShouldBe([0, 1, 2]);
        new LineageWalker().Up(graph, [2], LineageFilter.All).Nodes.ShouldBe([2, 1, 0]);
    }

    [Fact]
    public void A_cell_taken_out_before_the_module_went_into_the_pack_is_not_in_the_pack()
    {
        var graph = Graph(3, new(0, 1, BuiltIn, 1) { Removed = 4 }, new(1, 2, BuiltIn, 6));
        new LineageWalker().Up(graph, [2], LineageFilter.All).Nodes.ShouldBe([2, 1, 0], "an open question without a date shows all that ever was");
        new LineageWalker().Up(graph, [2], new LineageFilter { AsOf = 7 }).Nodes.ShouldBe([2, 1]);
        new LineageWalker().Down(graph, [0], new LineageFilter { AsOf = 3 }).Nodes.ShouldBe([0, 1]);
        new LineageWalker().Down(graph, [0], new LineageFilter { AsOf = 7 }).Nodes.ShouldBe([0]);
    }

    [Fact]
    public void A_repair_closes_the_edge_and_opens_another()
    {
        var delta = new LineageDelta(LineageBuilder.Build(3, [new(0, 2, BuiltIn, 1), new(1, 2, BuiltIn, 10)]));
        var before = delta.Graph();
        delta.Remove(0, 2, 10).ShouldBe(1);
        delta.Remove(0, 2, 11).ShouldBe(0);
        var graph = delta.Graph();
        new LineageWalker().Up(before, [2], new LineageFilter { AsOf = 10 }).Nodes.ShouldBe([2, 0, 1], "a graph stays as it was when it was taken");
        new LineageWalker().Up(graph, [2], new LineageFilter { AsOf = 9 }).Nodes.ShouldBe([2, 0]);
        new LineageWalker().Up(graph, [2], new LineageFilter { AsOf = 10 }).Nodes.ShouldBe([2, 1]);
        delta.Remove(0, 1, 3).ShouldBe(0, "there is no such edge");
    }

    [Fact]
    public void A_better_path_found_later_opens_what_was_passed_over()
    {
        // The long way arrives at node 3 at 2, the short way at 9; node 4 is drawn at 5.
        var graph = Graph(5, new(0, 3, Made, 9), new(0, 1, Made, 1), new(1, 2, Made, 1), new(2, 3, Made, 2), new(3, 4, Made, 5));
        new LineageWalker().Down(graph, [0], LineageFilter.All).Nodes.Order().ShouldBe([0, 1, 2, 3, 4]);
    }

    [Fact]
    public void A_stretch_of_the_mother_coil_gives_only_the_cells_cut_from_it()
    {
        // Mother coil 0 of 1000 m is slit at metre 500 into lanes 1 and 2 (first half) and 3 (second half); sheets every 100 m of lane coils.
        var edges = new List<LineageEdge>
        {
            new(0, 1, Made, 1) { Position = new CoilInterval(0, 500, 1) },
            new(0, 2, Made, 1) { Position = new CoilInterval(0, 500, 2) },
            new(0, 3, Made, 1) { Position = new CoilInterval(500, 1000) },
        };
        for (var roll = 1; roll <= 3; roll++)
        {
            for (var sheet = 0; sheet < 5; sheet++) edges.Add(new LineageEdge(roll, 4 + ((roll - 1) * 5) + sheet, Made, 2) { Position = new CoilInterval(sheet * 100, (sheet + 1) * 100) });
        }

        var graph = Graph(19, [.. edges]);
        Sheets(graph, new CoilInterval(150, 250)).ShouldBe([5, 6, 10, 11]);
        Sheets(graph, new CoilInterval(150, 250, 2)).ShouldBe([10, 11]);
        Sheets(graph, new CoilInterval(850, 900)).ShouldBe([17], "the second half counts its own metres from 500");
        Sheets(graph, new CoilInterval(0, 1000)).Length.ShouldBe(15);
    }

    [Fact]
    public void A_window_holds_for_the_first_step_only()
    {
        // Coater 0 made rolls 1 (at 10) and 2 (at 20); both went into cells later.
        var graph = Graph(5, new(0, 1, Made, 10), new(0, 2, Made, 20), new(1, 3, Made, 30), new(2, 4, Made, 30));
        new LineageWalker().Down(graph, [0], new LineageFilter { FirstFrom = 15, FirstBefore = 25 }).Nodes.ShouldBe([0, 2, 4]);
    }

    [Fact]
    public void Circles_end_and_too_much_is_cut_and_said()
    {
        var circle = Graph(3, new(0, 1, BuiltIn, 1), new(1, 2, BuiltIn, 1), new(2, 0, BuiltIn, 1));
        new LineageWalker().Down(circle, [0], LineageFilter.All).Nodes.Order().ShouldBe([0, 1, 2]);
        var star = Graph(101, [.. Enumerable.Range(1, 100).Select(n => new LineageEdge(0, n, Made, 1))]);
        var cut = new LineageWalker().Down(star, [0], new LineageFilter { MaxNodes = 50 });
        (cut.Nodes.Length, cut.IsCut).ShouldBe((50, true));
        new LineageWalker().Down(star, [0], new LineageFilter { MaxSteps = 0 }).Nodes.ShouldBe([0]);
    }

    [Fact]
    public void Shares_are_means_weighted_by_mass()
    {
        // Slurry 2 holds 30 kg of lot 0 and 70 kg of lot 1; pack 4 holds 10 kg of 2 and 10 kg of lot 3.
        var graph = Graph(5, new(0, 2, Made, 1) { Mass = 30 }, new(1, 2, Made, 1) { Mass = 70 }, new(2, 4, Made, 2) { Mass = 10 }, new(3, 4, Made, 2) { Mass = 10 });
        var reach = new LineageWalker().Down(graph, [0], LineageFilter.All);
        LineageShares.Of(reach).ShouldBe([1, 0.3, 0.15], 1e-7);
        var both = new LineageWalker().Down(graph, [0, 1], LineageFilter.All);
        LineageShares.Of(both)[^1].ShouldBe(0.5, 1e-7);
    }

    [Fact]
    public void Shares_are_unknown_where_a_mass_is_unknown()
    {
        var graph = Graph(4, new(0, 2, Made, 1) { Mass = 30 }, new(1, 2, Made, 1), new(2, 3, Made, 2) { Mass = 10 });
        LineageShares.Of(new LineageWalker().Down(graph, [0], LineageFilter.All)).ShouldBe([1, double.NaN, double.NaN]);
    }

    [Fact]
    public void Shares_of_all_sources_add_up_to_one()
    {
        var random = new Random(7);
        var edges = new List<LineageEdge>();
        for (var node = 20; node < 400; node++)
        {
            for (var i = 0; i < 3; i++) edges.Add(new LineageEdge(random.Next(Math.Max(0, node - 60), node), node, Made, (uint)node) { Mass = 1 + random.NextSingle() });
        }

        var graph = Graph(400, [.. edges]);
        var sums = new double[400];
        for (var source = 0; source < 400; source++)
        {
            if (edges.Exists(edge => edge.To == source)) continue;
            var reach = new LineageWalker().Down(graph, [source], LineageFilter.All);
            var shares = LineageShares.Of(reach);
            for (var i = 0; i < shares.Length; i++) sums[reach.Visits[i].Node] += shares[i];
        }

        sums.ShouldAllBe(sum => Math.Abs(sum - 1) < 1e-6);
    }

    [Fact]
    public void A_walk_finds_what_a_plain_search_over_states_finds()
    {
        for (var seed = 0; seed < 60; seed++)
        {
            var random = new Random(seed);
            var edges = Enumerable.Range(0, 60).Select(_ => new LineageEdge(random.Next(20), random.Next(20), (LineageKind)random.Next(3), (uint)random.Next(1, 20))).ToArray();
            for (var i = 0; i < edges.Length; i++)
            {
                if (edges[i].Kind != Made && random.Next(2) == 0) edges[i] = edges[i] with { Removed = edges[i].Added + (uint)random.Next(1, 10) };
            }

            var reach = new LineageWalker().Down(Graph(20, edges), [0], LineageFilter.All);
            reach.Nodes.Order().ShouldBe(Plainly(edges), $"seed {seed}");
        }
    }

    [Fact]
    public void Building_anew_from_its_own_edges_gives_the_same_answers()
    {
        var random = new Random(3);
        var edges = Enumerable.Range(0, 500).Select(_ => new LineageEdge(random.Next(90), random.Next(90), BuiltIn, (uint)random.Next(50)) { Mass = random.NextSingle() }).ToArray();
        var delta = new LineageDelta(LineageBuilder.Build(90, edges));
        delta.Remove(edges[3].From, edges[3].To, 60);
        var graph = delta.Graph();
        var again = LineageGraph.Build(90, graph.ToEdges().ToArray());
        for (var node = 0; node < 90; node++)
        {
            var filter = new LineageFilter { AsOf = 70 };
            new LineageWalker().Down(again, [node], filter).Nodes.Order().ShouldBe(new LineageWalker().Down(graph, [node], filter).Nodes.Order());
            new LineageWalker().Up(again, [node], filter).Nodes.Order().ShouldBe(new LineageWalker().Up(graph, [node], filter).Nodes.Order());
        }
    }

    [Fact]
    public void An_edge_to_a_node_that_is_not_there_is_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Graph(2, new LineageEdge(0, 2, Made, 1)));

    private static int[] Sheets(LineageGraph graph, CoilInterval stretch) =>
        [.. new LineageWalker().Down(graph, [0], new LineageFilter { Stretch = stretch }).Nodes.Where(n => n >= 4).Order()];

    // All (node, moment) states by brute force: reached when any path respects time.
    private static IEnumerable<int> Plainly(LineageEdge[] edges)
    {
        var states = new HashSet<(int Node, uint Moment)> { (0, 0) };
        var open = new Stack<(int Node, uint Moment)>(states);
        while (open.TryPop(out var state))
        {
            foreach (var edge in edges.Where(e => e.From == state.Node && (e.Kind == Made ? e.Added >= state.Moment : e.Removed > state.Moment)))
            {
                var next = (edge.To, Math.Max(state.Moment, edge.Added));
                if (states.Add(next)) open.Push(next);
            }
        }

        return states.Select(s => s.Node).Distinct().Order();
    }

    private static LineageGraph Graph(int nodes, params LineageEdge[] edges) => LineageGraph.Build(nodes, edges);
}
