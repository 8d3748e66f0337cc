using Voltloop.Tracing.Model.Custody;

namespace Voltloop.Tests.Unit.Tracing;

/// <summary>How well planted laundering is found in made-up networks; the full table is printed by ./bench balance.</summary>
public sealed class DetectionTests
{
    private static readonly CustodyPolicy Policy = new() { WeighingUncertainty = 0.003, AssayUncertainty = 0.01 };

    [Fact]
    public void The_same_seed_makes_the_same_network() =>
        SupplySimulation.Run(new SupplyScenario(3), Policy).Flows.Select(flow => flow.Mass.Value)
            .ShouldBe(SupplySimulation.Run(new SupplyScenario(3), Policy).Flows.Select(flow => flow.Mass.Value));

    [Fact]
    public void Laundering_of_a_tenth_is_found_and_placed()
    {
        var table = new DetectionTable();
        foreach (var scenario in Scenarios(8))
        {
            var books = SupplySimulation.Run(scenario, Policy);
            table.Add(scenario, Detector.Network(books));
        }

        table.DetectionRate.ShouldBeGreaterThan(0.9);
        table.Localisation.ShouldBeGreaterThan(0.9);
        table.MedianDelay.ShouldBeLessThanOrEqualTo(6);
        table.FalseAlarmsPerYear.ShouldBeLessThan(0.05);
    }

    private static IEnumerable<SupplyScenario> Scenarios(int count) => Enumerable.Range(1, count).Select(seed => new SupplyScenario(seed)
    {
        Culprit = SupplySimulation.Suspects[seed % SupplySimulation.Suspects.Count],
        Share = 0.1,
        Since = 12 + (seed % 8),
    });
}
