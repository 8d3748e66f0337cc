using Voltloop.Kernels.MassBalance;

namespace Voltloop.Tests.Unit.Kernels;

/// <summary>The flow network of Narasimhan and Jordache (2000): a stream is split, one part heated, and both are mixed again.</summary>
public sealed class ReconciliationTests
{
    private static readonly FlowNetwork Exchanger = new(4, [FlowNetwork.Outside, 0, 0, 1, 2, 3], [0, 1, 2, 3, 3, FlowNetwork.Outside]);
    private static readonly double[] One = [1, 1, 1, 1, 1, 1];

    [Fact]
    public void Reconciles_the_published_example()
    {
        var result = Reconciliation.Of(Exchanger, [101.91, 64.45, 34.65, 64.20, 36.44, 98.88], One);
        double[] published = [100.22, 64.50, 35.72, 64.50, 35.72, 100.22];
        for (var j = 0; j < published.Length; j++) result.Reconciled[j].ShouldBe(published[j], 0.006);
    }

    [Fact]
    public void Finds_the_published_gross_error()
    {
        var result = Reconciliation.Of(Exchanger, [101.91, 68.45, 34.65, 64.20, 36.44, 98.88], One);
        result.Statistic.ShouldBe(16.674, 0.001);
        result.GlobalProbability.ShouldBeLessThan(0.05);
        double[] nodal = [0.6871, 3.0052, 1.2657, 1.0161];
        for (var i = 0; i < nodal.Length; i++) Math.Abs(result.NodalTest(i)).ShouldBe(nodal[i], 0.0001);
        var worst = Enumerable.Range(0, 6).Select(result.AtStream).MaxBy(error => Math.Abs(error.Z));
        worst.Index.ShouldBe(1);
        Math.Abs(worst.Z).ShouldBeGreaterThan(FamilyWise.Sidak(0.05, 6));
        worst.Size.ShouldBe(4, 1);
    }

    [Fact]
    public void Critical_values_are_those_of_the_tables()
    {
        FamilyWise.Sidak(0.05, 4).ShouldBe(2.4909, 0.0005);
        FamilyWise.Sidak(0.05, 6).ShouldBe(2.6310, 0.0005);
        FamilyWise.Bonferroni(0.05, 1).ShouldBe(1.959964, 0.000001);
    }

    [Fact]
    public void Every_node_balances_afterwards_and_uncertainty_shrinks()
    {
        var result = Reconciliation.Of(Exchanger, [103, 60, 38, 66, 35, 97], [3, 2, 1, 2, 1, 4]);
        var net = new double[4];
        Exchanger.Net(result.Reconciled, net);
        foreach (var left in net) left.ShouldBe(0, 1e-9);
        result.ReconciledUncertainty.Zip([3.0, 2, 1, 2, 1, 4]).ShouldAllBe(pair => pair.First < pair.Second);
    }

    [Fact]
    public void One_node_follows_the_textbook()
    {
        // In 10 with u 1, out 7 with u 2: the difference of 3 is shared 1 : 4.
        var network = new FlowNetwork(1, [FlowNetwork.Outside, 0], [0, FlowNetwork.Outside]);
        var result = Reconciliation.Of(network, [10, 7], [1, 2]);
        result.Reconciled.ShouldBe([9.4, 9.4], 1e-12);
        result.Statistic.ShouldBe(1.8, 1e-12);
        result.AtNode(0).Size.ShouldBe(-3, 1e-12);
        result.AtNode(0).StandardUncertainty.ShouldBe(Math.Sqrt(5), 1e-12);
    }

    [Fact]
    public void Surplus_is_found_at_the_node_where_it_entered_and_weighed()
    {
        // 4 units enter at node 2 that no stream shows.
        var result = Reconciliation.Of(Exchanger, [100, 64, 36, 64, 40, 104], [.3, .3, .3, .3, .3, .3]);
        var found = GrossErrorSearch.Find(result, Exchanger, 0.05).ShouldHaveSingleItem();
        (found.Kind, found.Index).ShouldBe((GrossErrorKind.Node, 2));
        found.Size.ShouldBe(4, 1e-9);
        GrossErrorSearch.Equivalent(result, found).ShouldBeEmpty();
    }

    [Fact]
    public void Two_errors_are_told_apart_and_sized_together()
    {
        var result = Reconciliation.Of(Exchanger, [100, 70, 36, 64, 40, 104], [.3, .3, .3, .3, .3, .3]);
        var found = GrossErrorSearch.Find(result, Exchanger, 0.05);
        found.Select(error => (error.Kind, error.Index)).ShouldBe([(GrossErrorKind.Stream, 1), (GrossErrorKind.Node, 2)], ignoreOrder: true);
        found.Single(error => error.Kind == GrossErrorKind.Stream).Size.ShouldBe(6, 1e-9);
        found.Single(error => error.Kind == GrossErrorKind.Node).Size.ShouldBe(4, 1e-9);
    }

    [Fact]
    public void What_cannot_be_told_apart_is_named()
    {
        var result = Reconciliation.Of(Exchanger, [90, 64, 36, 64, 36, 100], One);
        var found = GrossErrorSearch.Find(result, Exchanger, 0.05)[0];
        (found.Kind, found.Index).ShouldBe((GrossErrorKind.Node, 0));
        GrossErrorSearch.Equivalent(result, found).ShouldContain(error => error.Kind == GrossErrorKind.Stream && error.Index == 0);
    }

    [Fact]
    public void A_node_that_nothing_ties_to_the_outside_is_refused()
    {
        var loose = new FlowNetwork(2, [0], [1]);
        Should.Throw<ArgumentException>(() => Reconciliation.Of(loose, [5], [1])).Message.ShouldContain("not tied to the outside");
        Should.Throw<ArgumentException>(() => new FlowNetwork(1, [0], [7]));
    }

    [Fact]
    public void False_alarms_stay_below_the_promised_rate()
    {
        var random = new Random(4);
        var alarms = 0;
        const int Trials = 1500;
        for (var trial = 0; trial < Trials; trial++)
        {
            double[] truth = [100, 64, 36, 64, 36, 100];
            var measured = truth.Select(flow => flow + Gauss(random)).ToArray();
            if (GrossErrorSearch.Find(Reconciliation.Of(Exchanger, measured, One), Exchanger, 0.05).Count > 0) alarms++;
        }

        (alarms / (double)Trials).ShouldBeInRange(0.01, 0.06);
    }

    private static double Gauss(Random random) => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
