using Voltloop.Core.Identities;
using Voltloop.Core.Problems;
using Voltloop.Core.Provenance;
using Voltloop.Health.EstimateCharge;
using Voltloop.Health.EstimateHealth;
using Voltloop.Health.Model;
using Voltloop.Kernels.Ageing;
using Voltloop.Kernels.Circuit;
using Voltloop.Record.Statements;
using Voltloop.Tests.Unit.Kernels;

namespace Voltloop.Tests.Unit.Health;

public sealed class AgeingEstimateTests
{
    [Fact]
    public async Task The_slow_discharge_of_the_sample_gives_peaks_energy_and_capacity_between_rests()
    {
        var sweep = await RecordingFile.ReadAsync(Path.Combine(Repository.Root, "samples", "panasonic-18650pf", "PAN-1-C20.bdf.csv.gz"), CancellationToken.None);
        var found = AgeingAssessment.Of([sweep]);
        found.Curve.ShouldNotBeNull().AreaAh.ShouldBe(2.99491, 0.06);
        found.Curve!.Peaks().Count.ShouldBeInRange(2, 8);
        found.EnergyWh!.Value.ShouldBe(2.99491 * 3.66, 0.2);

        // One charge that ended early and in the cold: the figure is rough, and says so.
        found.Partials.ShouldBe(1);
        Math.Abs(found.Capacity!.Value.Ah - 2.99491).ShouldBeLessThan(1.96 * found.Capacity.Value.Deviation);
        var statements = AgeingStatements.Of(found, Facts(("ratedEnergy", 11.0), ("initialResistanceCell", 0.025), ("currentResistanceCell", 0.030)), new StatementContext(ThingId.Parse(Import.Cell), Import.Now, ["a"]));
        Number(statements, "stateOfCertifiedEnergy").ShouldBe(100 * found.EnergyWh.Value / 11, 1e-9);
        Number(statements, "resistanceIncreaseCell").ShouldBe(20, 1e-9);
        statements.ShouldAllBe(one => one.Evidence.Reference != null && one.Evidence.Validity != null && one.Evidence.Inputs != null);
        statements.Single(one => one.Term == "resistanceIncreaseCell").Uncertainty!.Value.Lower.ShouldBe(16, 1e-9);
    }

    [Fact]
    public void Quantities_of_the_law_are_not_made_of_what_is_not_known()
    {
        HealthQuantities.StateOfCertifiedEnergy(40, 50).ShouldBe(80);
        HealthQuantities.StateOfCertifiedEnergy(null, 50).ShouldBeNull();
        HealthQuantities.StateOfCertifiedEnergy(40, 0).ShouldBeNull();
        HealthQuantities.ResistanceIncrease(0.03, 0.02)!.Value.ShouldBe(50, 1e-9);
        HealthQuantities.ResistanceIncrease(double.NaN, 0.02).ShouldBeNull();
        HealthQuantities.RoundTripEfficiency(9, 10)!.Value.ShouldBe(90, 1e-9);
        HealthQuantities.RoundTripEfficiency(11, 10).ShouldBeNull();
        HealthQuantities.PowerFade(80, 100)!.Value.ShouldBe(20, 1e-9);
    }

    [Fact]
    public void Partial_charges_between_rests_give_the_capacity_of_an_aged_cell()
    {
        var aged = SyntheticCell.Circuit with { CapacityAh = 0.85 * SyntheticCell.CapacityAh };
        var fresh = new OcvTable(SyntheticCell.Ocv, SyntheticCell.CapacityAh, []);
        double[] pause = new double[7200], charge = [.. Enumerable.Repeat(0.8, 3600)], discharge = [.. Enumerable.Repeat(-1.0, 4500)];
        var run = SyntheticCell.Run(aged, [.. pause, .. charge, .. pause, .. discharge, .. pause, .. charge, .. pause], 0.35);
        var recording = new CellRecording("use", [.. Enumerable.Range(0, run.Count).Select(i => (double)i)], run.Ampere, run.Volt, run.Celsius);
        var estimator = new PartialCapacity();
        PartialCharges.Add(estimator, recording, fresh);
        estimator.Count.ShouldBe(3);
        var (ah, deviation) = estimator.Estimate().ShouldNotBeNull();
        ah.ShouldBe(aged.CapacityAh, 0.02 * aged.CapacityAh);
        Math.Abs(ah - aged.CapacityAh).ShouldBeLessThan(2 * deviation);
    }

    [Fact]
    public void A_recording_that_says_nothing_about_ageing_is_refused_by_name()
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, [.. Enumerable.Repeat(-1.0, 900)], 0.9);
        var recording = new CellRecording("use", [.. Enumerable.Range(0, 900).Select(i => (double)i)], run.Ampere, run.Volt, run.Celsius);
        Should.Throw<ProblemException>(() => AgeingAssessment.Of([recording])).Problem.Kind.ShouldBe(AgeingAssessment.NothingToAnalyse);
        AgeingEndpoints.Curve(null).Series.ShouldBeEmpty();
    }

    private static HealthFacts Facts(params (string Term, double Value)[] facts) => HealthFacts.Of(facts.Select((one, i) => new RecordedStatement(
        new Statement(ThingId.Parse(Import.Cell), one.Term, StatementValue.Of(one.Value), Import.Now)
        {
            Uncertainty = one.Term == "currentResistanceCell" ? new Interval(0.029, 0.031, 0.95) : null,
        }, 1, i, "test", Import.Now)));

    private static double Number(IReadOnlyList<Statement> statements, string term) => statements.Single(one => one.Term == term).Value.AsNumber()!.Value;
}
