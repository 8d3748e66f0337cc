using Voltloop.Kernels.Lineage;

namespace Voltloop.Tests.Kernels;

/// <summary>A base with what came since is the same graph as one that was built at once.</summary>
public sealed class LineageDeltaTests
{
    private const int Nodes = 24;

    [Fact]
    public void However_often_a_graph_is_merged_it_is_the_same_and_walks_find_what_a_plain_search_finds()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            var (grown, plain) = (new LineageDelta(LineageBase.Empty), new List<LineageEdge>());
            for (var step = 0; step < 120; step++)
            {
                Change(random, grown, plain);
                if (random.Next(25) == 0) grown = new LineageDelta(Merged(grown));
            }

            var graph = grown.Graph(Nodes);
            Digest(graph).ShouldBe(Digest(LineageGraph.Build(Nodes, plain.ToArray())), $"seed {seed}");
            foreach (var filter in new[] { LineageFilter.All, new LineageFilter { AsOf = 9 }, new LineageFilter { FirstFrom = 3, FirstBefore = 12 }, new LineageFilter { Crosses = tag => tag % 5 != 0 } })
            {
                new LineageWalker().Down(graph, [0], filter).Nodes.Order().ShouldBe(PlainDown(plain, filter), $"down, seed {seed}");
                new LineageWalker().Up(graph, [1], filter).Nodes.Order().ShouldBe(PlainUp(plain, filter), $"up, seed {seed}");
            }
        }
    }

    [Fact]
    public async Task A_graph_that_was_taken_stays_as_it_is_while_more_comes_in()
    {
        var random = new Random(5);
        var (delta, plain) = (new LineageDelta(LineageBase.Empty), new List<LineageEdge>());
        for (var step = 0; step < 3000; step++) Change(random, delta, plain);
        delta = new LineageDelta(Merged(delta));
        for (var step = 0; step < 3000; step++) Change(random, delta, plain);
        var (taken, wanted) = (delta.Graph(Nodes), Digest(LineageGraph.Build(Nodes, plain.ToArray())));
        var writer = Task.Run(() =>
        {
            for (var step = 0; step < 5000; step++) Change(random, delta, plain);
        });
        for (var look = 0; look < 10 || !writer.IsCompleted; look++) Digest(taken).ShouldBe(wanted);
        await writer;
        delta.Graph().Edges.ShouldBeGreaterThan(taken.Edges);
    }

    [Fact]
    public void A_large_walk_finds_what_a_plain_search_finds_again_and_again()
    {
        const int Many = 60_000;
        var random = new Random(11);
        var edges = Enumerable.Range(1, Many - 1).SelectMany(to => Enumerable.Range(0, 2).Select(_ => new LineageEdge(random.Next(to), to, LineageKind.Transformation, (uint)to))).ToArray();
        var (graph, walker) = (LineageGraph.Build(Many, edges), new LineageWalker());
        var parents = edges.ToLookup(edge => edge.To, edge => edge.From);
        foreach (var start in new[] { 0, 5, 30_000, 0, 59_999, 1 })
        {
            var holds = new bool[Many];
            for (var node = 0; node < Many; node++) holds[node] = node == start || parents[node].Any(from => holds[from]);
            var reach = walker.Down(graph, [start], LineageFilter.All);
            reach.Count.ShouldBe(holds.Count(held => held));
            for (var node = 0; node < Many; node++) (reach.SlotOf(node) >= 0).ShouldBe(holds[node]);
            for (var slot = 1; slot < reach.Count; slot++) graph.Link(reach.Edge(slot)).Node.ShouldBe(reach.Visits[slot].Node);
        }
    }

    [Fact]
    public void Emptying_takes_everything_out_that_is_in_again_and_again()
    {
        var delta = new LineageDelta(LineageBuilder.Build(3, [new(1, 0, LineageKind.Aggregation, 1), new(2, 0, LineageKind.Transformation, 1)]));
        delta.Empty(0, 5).ShouldBe(1, "what was consumed stays");
        delta.Add(new LineageEdge(1, 0, LineageKind.Aggregation, 6));
        delta.Add(new LineageEdge(2, 0, LineageKind.Aggregation, 9));
        delta.Empty(0, 7).ShouldBe(1, "what comes later is not taken out yet");
        delta.Empty(0, 10).ShouldBe(1);
        delta.Add(new LineageEdge(1, 0, LineageKind.Aggregation, 11));
        delta.Empty(0, 12).ShouldBe(1);
        delta.Empty(0, 13).ShouldBe(0);
    }

    [Fact]
    public void A_stretch_that_is_reached_again_from_elsewhere_opens_the_cells_that_were_passed_over()
    {
        // Lane 2 holds metres 0 to 100 of coil 0 directly, and by way of 1 all that 1 holds; its place there is not known.
        var graph = LineageGraph.Build(6,
        [
            new(0, 2, LineageKind.Transformation, 1) { Position = new CoilInterval(0, 100) }, new(0, 1, LineageKind.Transformation, 1),
            new(1, 2, LineageKind.Transformation, 2), new(2, 4, LineageKind.Transformation, 3) { Position = new CoilInterval(0, 50) },
            new(2, 5, LineageKind.Transformation, 3) { Position = new CoilInterval(50, 100) },
        ]);
        new LineageWalker().Down(graph, [0], new LineageFilter { Stretch = new CoilInterval(0, 50) }).Nodes.Order().ShouldBe([0, 1, 2, 4, 5]);
    }

    [Fact]
    public void A_base_with_names_finds_them_and_any_damaged_byte_is_noticed()
    {
        var delta = new LineageDelta(LineageBase.Empty);
        delta.Add(new LineageEdge(0, 1, LineageKind.Aggregation, 3) { Position = new CoilInterval(1, 2, 3), Mass = 4, Tag = 5, Removed = 6 });
        string[] names = ["https://id.gs1.org/01/09521234500032/21/A", "Straße", ""];
        var memory = LineageMemory.Allocate(1 << 16);
        var written = LineageBuilder.Merge(delta.Graph(3), names, bytes => memory = LineageMemory.Allocate(bytes));
        LineageSeal.Write(written, new LineageMark(7, 8, [.. Enumerable.Range(0, 32).Select(n => (byte)n)]));
        var opened = LineageSeal.Open(memory, out var mark, out _).ShouldNotBeNull();
        (mark.Event, mark.Entries, mark.Root[31]).ShouldBe((7, 8, (byte)31));
        names.Select(opened.Names.Find).ShouldBe([0, 1, 2]);
        (opened.Names[1], opened.Names.Find("nobody")).ShouldBe(("Straße", -1));
        Digest(new LineageDelta(opened).Graph()).ShouldBe(Digest(delta.Graph(3)));
        for (var at = 0; at < memory.Bytes; at++)
        {
            Flip(memory, at);
            LineageSeal.Open(memory, out _, out var fault).ShouldBeNull($"byte {at}");
            fault.ShouldNotBeEmpty();
            Flip(memory, at);
        }
    }

    [Fact]
    public void A_walk_that_nobody_waits_for_ends()
    {
        var graph = LineageGraph.Build(2, [new(0, 1, LineageKind.Transformation, 1)]);
        Should.Throw<OperationCanceledException>(() => new LineageWalker().Down(graph, [0], new LineageFilter { Crosses = _ => throw new OperationCanceledException() }));
        var many = LineageGraph.Build(20_000, [.. Enumerable.Range(1, 19_999).Select(to => new LineageEdge(to - 1, to, LineageKind.Transformation, 1))]);
        using var stop = new CancellationTokenSource();
        var walked = 0;
        Should.Throw<OperationCanceledException>(() => new LineageWalker().Down(many, [0], new LineageFilter { Cancellation = stop.Token, Crosses = _ => Stop(stop, ++walked) }));
        walked.ShouldBeLessThan(10_000);
    }

    private static bool Stop(CancellationTokenSource stop, int walked)
    {
        if (walked == 10) stop.Cancel();
        return true;
    }

    private static void Change(Random random, LineageDelta delta, List<LineageEdge> plain)
    {
        var (from, to, at) = (random.Next(Nodes), random.Next(Nodes), (uint)random.Next(1, 20));
        if (random.Next(4) > 0)
        {
            var edge = new LineageEdge(from, to, (LineageKind)random.Next(3), at) { Tag = plain.Count, Mass = random.NextSingle(), Position = random.Next(4) == 0 ? new CoilInterval(0, random.Next(1, 9)) : null };
            plain.Add(edge);
            delta.Add(edge);
            return;
        }

        var all = random.Next(3) == 0;
        var closed = 0;
        for (var i = 0; i < plain.Count; i++)
        {
            var edge = plain[i];
            if (edge.To != to || (!all && edge.From != from) || edge.Kind == LineageKind.Transformation || edge.Removed != LineageEdge.Open || edge.Added > at) continue;
            plain[i] = edge with { Removed = at };
            closed++;
        }

        (all ? delta.Empty(to, at) : delta.Remove(from, to, at)).ShouldBe(closed);
    }

    private static LineageBase Merged(LineageDelta delta) => LineageBuilder.Merge(delta.Graph(), [], LineageMemory.Allocate);

    private static string Digest(LineageGraph graph) => LineageDigest.Of(graph, node => $"{node}");

    private static bool Holds(LineageEdge edge, int steps, LineageFilter filter) =>
        (filter.AsOf is not { } moment || (edge.Added <= moment && edge.Removed > moment))
        && (steps > 0 || (edge.Added >= filter.FirstFrom && edge.Added < filter.FirstBefore)) && filter.Crosses?.Invoke(edge.Tag) != false;

    // All states by brute force: reached when any path respects time. The window holds at the start alone, wherever a path comes back to it.
    private static IEnumerable<int> PlainDown(List<LineageEdge> edges, LineageFilter filter) => Plainly((0, 0), (state, open) =>
    {
        foreach (var edge in edges.Where(e => e.From == state.Node && (e.Kind == LineageKind.Transformation ? e.Added >= state.Moment : e.Removed > state.Moment) && Holds(e, state.Node == 0 ? 0 : 1, filter)))
            open((edge.To, Math.Max(state.Moment, edge.Added)));
    });

    private static IEnumerable<int> PlainUp(List<LineageEdge> edges, LineageFilter filter) => Plainly((1, filter.AsOf ?? uint.MaxValue), (state, open) =>
    {
        foreach (var edge in edges.Where(e => e.To == state.Node && e.Added <= state.Moment && Holds(e, state.Node == 1 ? 0 : 1, filter)))
            open((edge.From, edge.Kind == LineageKind.Transformation ? edge.Added : Math.Min(state.Moment, edge.Removed)));
    });

    private static IEnumerable<int> Plainly((int Node, uint Moment) start, Action<(int Node, uint Moment), Action<(int, uint)>> follow)
    {
        var states = new HashSet<(int Node, uint Moment)> { start };
        var open = new Stack<(int Node, uint Moment)>(states);
        while (open.TryPop(out var state)) follow(state, next => { if (states.Add(next)) open.Push(next); });
        return states.Select(s => s.Node).Distinct().Order();
    }

    private static unsafe void Flip(LineageMemory memory, int at) => ((byte*)memory.Address)[at] ^= 0x10;
}
