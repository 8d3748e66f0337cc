using Voltloop.Kernels.FailureNetworks;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class FailureNetworkTests
{
    // Two causes of one alarm: seeing the one explains the other away (Pearl 1988, 4.3).
    [Fact]
    public void A_cause_that_is_seen_explains_the_other_away()
    {
        var network = new FailureNetwork([new(0.1, []), new(0.2, []), new(0, [(0, 0.8), (1, 0.5)])]);
        var alarm = 1 - ((1 - (0.1 * 0.8)) * (1 - (0.2 * 0.5)));
        network.Probability(2, None)!.Value.ShouldBe(alarm, 1e-12);
        network.Probability(0, Known((2, true)))!.Value.ShouldBe(0.1 * (1 - (0.2 * (1 - 0.8 - (0.5 * 0.2))) - (0.8 * 0.2)) / alarm, 1e-12);
        network.Probability(0, Known((2, true), (1, true)))!.Value.ShouldBeLessThan(network.Probability(0, Known((2, true)))!.Value);
        network.Probability(0, Known((2, false)))!.Value.ShouldBeLessThan(0.1);
        network.Probability(2, Known((2, true))).ShouldBe(1);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Elimination_gives_what_counting_all_states_gives(int seed)
    {
        var random = new Random(seed);
        FailureNode[] nodes = [.. Enumerable.Range(0, 9).Select(n => new FailureNode(random.NextDouble() / 4, [.. Enumerable.Range(0, n).Where(_ => random.Next(3) == 0).Select(cause => (cause, random.NextDouble()))]))];
        var network = new FailureNetwork(nodes);
        var known = Known((8, true), (3, false));
        for (var node = 0; node < nodes.Length; node++) network.Probability(node, known)!.Value.ShouldBe(Counted(nodes, node, known), 1e-12);
    }

    [Fact]
    public void A_circle_is_named() => FailureNetwork.Circle([new(0, [(2, 1)]), new(0, [(0, 1)]), new(0, [(1, 1)])]).ShouldBe([0, 1, 2, 0]);

    [Fact]
    public void A_network_in_a_circle_or_without_probabilities_is_refused()
    {
        Should.Throw<ArgumentException>(() => new FailureNetwork([new(0, [(1, 1)]), new(0, [(0, 1)])]));
        Should.Throw<ArgumentException>(() => new FailureNetwork([new(1.5, [])]));
        Should.Throw<ArgumentException>(() => new FailureNetwork([.. Enumerable.Repeat(new FailureNode(0.1, []), 20), new(0, [.. Enumerable.Range(0, 20).Select(c => (c, 0.5))])]));
    }

    [Fact]
    public void What_cannot_have_been_seen_has_no_probability() => double.IsNaN(new FailureNetwork([new(0, []), new(0, [(0, 0.5)])]).Probability(0, Known((1, true)))!.Value).ShouldBeTrue();

    private static readonly Dictionary<int, bool> None = [];

    private static Dictionary<int, bool> Known(params (int Node, bool Seen)[] of) => of.ToDictionary(one => one.Node, one => one.Seen);

    private static double Counted(FailureNode[] nodes, int asked, Dictionary<int, bool> known)
    {
        var (all, with) = (0.0, 0.0);
        for (var state = 0; state < 1 << nodes.Length; state++)
        {
            if (known.Any(one => (state >> one.Key & 1) == 1 != one.Value)) continue;
            var probability = 1.0;
            for (var n = 0; n < nodes.Length; n++)
            {
                var works = (1 - nodes[n].Leak) * nodes[n].Causes.Where(cause => (state >> cause.Cause & 1) == 1).Aggregate(1.0, (product, cause) => product * (1 - cause.Strength));
                probability *= (state >> n & 1) == 1 ? 1 - works : works;
            }

            all += probability;
            if ((state >> asked & 1) == 1) with += probability;
        }

        return with / all;
    }
}
