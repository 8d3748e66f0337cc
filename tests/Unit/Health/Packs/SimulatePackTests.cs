using Voltloop.Core.Problems;
using Voltloop.Health.SimulatePack;
using Voltloop.Kernels.Packs;

namespace Voltloop.Tests.Unit.Health.Packs;

public sealed class SimulatePackTests
{
    [Fact]
    public void A_pack_is_simulated_and_ways_of_balancing_compared()
    {
        var result = Run(new PackSimulationRequest { Series = 6, Parallel = 2, LinkMilliohm = 0.2, Balancing = ["charge", "inductor"], BleedOhm = 5 });
        result.Ended.ShouldContain("the weakest cell ends the discharge of all");
        result.MovedAh.ShouldBeInRange(-100, -50);
        result.Residual.ShouldBeLessThan(1e-9);
        result.Balancing.Select(row => row.Mode).ShouldBe([BalancingMode.Charge, BalancingMode.Inductor]);
        result.Balancing.ShouldAllBe(row => row.UsableAhAfter > row.UsableAhBefore);
        result.Lines.ShouldAllBe(line => line.Values.Length == result.X.Values.Length);
        result.Energy[0].Where.ShouldBe("Delivered at the terminals");
    }

    [Fact]
    public void A_load_over_time_is_followed_to_its_end()
    {
        var result = Run(new PackSimulationRequest { Series = 2, Balancing = [], Load = [new LoadSample(0, -10), new LoadSample(360, 20), new LoadSample(720, 0)] });
        result.Hours.ShouldBe(0.2, 1e-9);
        result.MovedAh.ShouldBe(1, 1e-9);
        result.Ended.ShouldBe("The load is over.");
        result.Balancing.ShouldBeEmpty();
    }

    [Fact]
    public void One_cell_is_a_pack_without_anything_to_balance() => Run(new PackSimulationRequest { Series = 1 }).Balancing.ShouldBeEmpty();

    [Theory]
    [InlineData(0, null, null, null)]
    [InlineData(100, 100, null, null)]
    [InlineData(null, null, "lead", null)]
    [InlineData(null, null, null, "sideways")]
    public void What_cannot_be_simulated_is_refused_by_name(int? series, int? parallel, string? chemistry, string? mode) =>
        Should.Throw<ProblemException>(() => new PackSimulationRequest { Series = series, Parallel = parallel, Chemistry = chemistry, Balancing = mode is null ? null : [mode] }.ReadPlan()).Problem.Location.ShouldNotBeNull();

    [Fact]
    public void Loads_that_run_backwards_or_are_no_numbers_are_refused()
    {
        Refused(new LoadSample(0, 1), new LoadSample(0, 2)).ShouldBe("load[1]");
        Refused(new LoadSample(5, 1)).ShouldBe("load[0]");
        Refused(new LoadSample(0, double.NaN)).ShouldBe("load[0]");
        Should.Throw<ProblemException>(() => new PackSimulationFields { Series = "six" }.Request());
    }

    private static string? Refused(params LoadSample[] load) => Should.Throw<ProblemException>(() => new PackSimulationRequest { Load = load }.ReadPlan()).Problem.Location;

    private static PackSimulation Run(PackSimulationRequest request) => PackSimulator.Run(request.ReadPlan(), TestContext.Current.CancellationToken);
}
