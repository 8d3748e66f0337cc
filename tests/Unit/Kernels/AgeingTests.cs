using System.Globalization;
using Voltloop.Kernels.Ageing;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class AgeingTests
{
    [Fact]
    public void Capacity_from_partial_charges_is_unbiased_where_regression_is_not()
    {
        var chance = new Random(1);
        var (total, regression, inside, trials) = (0.0, 0.0, 0, 200);
        for (var t = 0; t < trials; t++)
        {
            var estimator = new PartialCapacity();
            var (xy, xx) = (0.0, 0.0);
            for (var i = 0; i < 60; i++)
            {
                var moved = 0.4 * (2 * chance.NextDouble() - 1);
                var (x, y) = (moved + 0.08 * SyntheticCell.Gauss(chance), 10 * moved + 0.05 * SyntheticCell.Gauss(chance));
                estimator.Add((x, 0.08), (y, 0.05));
                (xy, xx) = (xy + x * y, xx + x * x);
            }

            var (ah, deviation) = estimator.Estimate().ShouldNotBeNull();
            (total, regression) = (total + ah / trials, regression + xy / xx / trials);
            inside += Math.Abs(ah - 10) < 1.96 * deviation ? 1 : 0;
        }

        total.ShouldBe(10, 0.1);
        regression.ShouldBeLessThan(9.2);
        inside.ShouldBeGreaterThan((int)(0.88 * trials));
    }

    [Fact]
    public void Capacity_is_not_invented_without_data_and_forgets_when_told_to()
    {
        new PartialCapacity().Estimate().ShouldBeNull();
        var still = new PartialCapacity();
        still.Add((0, 0.01), (0, 0.01));
        still.Add((double.NaN, 0.01), (1, 0.01));
        still.Estimate().ShouldBeNull();
        var fading = new PartialCapacity(0.8);
        for (var i = 0; i < 80; i++) fading.Add((0.5, 0.01), (i < 40 ? 5 : 4, 0.01));
        fading.Estimate()!.Value.Ah.ShouldBe(8, 0.02);
    }

    [Fact]
    public void Rainflow_counts_the_example_of_the_standard()
    {
        // ASTM E1049-85, figure 6.
        var cycles = Rainflow.Count([-2, 1, -3, 5, -1, 3, -4, 4, -2]);
        var counts = cycles.GroupBy(cycle => cycle.Range).ToDictionary(group => group.Key, group => group.Sum(cycle => cycle.Count));
        counts.OrderBy(one => one.Key).Select(one => (one.Key, one.Value)).ShouldBe([(3, 0.5), (4, 1.5), (6, 0.5), (8, 1), (9, 0.5)]);
        Rainflow.FullCycles(Rainflow.Count([0, 1, 0, 1, 0, double.NaN, 1])).ShouldBe(2.5);
    }

    [Fact]
    public void Incremental_capacity_has_the_area_and_the_peaks_of_its_curve()
    {
        // Charge as two smooth steps over voltage: dQ/dV is two bells at 3.6 and 3.9 V.
        double Charge(double v) => 1 / (1 + Math.Exp(-(v - 3.6) / 0.02)) + 2 / (1 + Math.Exp(-(v - 3.9) / 0.02));
        double[] volt = [.. Enumerable.Range(0, 4001).Select(i => 3.2 + i * 0.00025)];
        var curve = IncrementalCapacity.Of(volt, Array.ConvertAll(volt, Charge)).ShouldNotBeNull();
        curve.AreaAh.ShouldBe(3, 0.02);
        var peaks = curve.Peaks();
        peaks.Count.ShouldBe(2);
        peaks[0].Volt.ShouldBe(3.9, 1e-3);
        peaks[1].Volt.ShouldBe(3.6, 1e-3);
        peaks[0].PerVolt.ShouldBe(2 / 0.08, 1.5);
        var aged = IncrementalCapacity.Of(volt, Array.ConvertAll(volt, v => Charge(v - 0.01))).ShouldNotBeNull();
        aged.Track(peaks[0])!.Value.Volt.ShouldBe(3.91, 1e-3);
        aged.Track(new CapacityPeak(3.3, 1, 1)).ShouldBeNull();
        IncrementalCapacity.Of([.. Enumerable.Repeat(3.7, 500)], new double[500]).ShouldBeNull();
    }

    [Theory]
    [InlineData(0.08, 0, 0)]
    [InlineData(0.05, 0.1, 0)]
    [InlineData(0.06, 0, 0.12)]
    [InlineData(0.1, 0.06, 0.05)]
    public void Planted_losses_of_lithium_and_material_are_found_to_one_percent(double lithium, double positive, double negative)
    {
        var (nmc, graphite) = (Ocp("nmc_LGM50_ocp_Chen2020.csv"), Ocp("graphite_LGM50_ocp_Chen2020.csv"));
        var fresh = new ElectrodeBalance(6.2, 5.6, 0.27, 0.9);
        // Material is lost delithiated; what cycles afterwards is what is left of the lithium.
        var aged = new ElectrodeBalance(fresh.PositiveAh * (1 - positive), fresh.NegativeAh * (1 - negative), 0.27, 0);
        aged = aged with { NegativeStart = ((1 - lithium) * fresh.LithiumAh - aged.PositiveAh * aged.PositiveStart) / aged.NegativeAh };
        var (first, second) = (Fit(fresh), Fit(aged));
        var modes = DegradationModes.Between(first, second);
        modes.LithiumLoss.Loss.ShouldBe(lithium, 0.01);
        modes.PositiveLoss.Loss.ShouldBe(positive, 0.01);
        modes.NegativeLoss.Loss.ShouldBe(negative, 0.01);
        new[] { modes.LithiumLoss, modes.PositiveLoss, modes.NegativeLoss }.ShouldAllBe(mode => mode.Identifiable);

        ElectrodeBalance Fit(ElectrodeBalance truth)
        {
            var chance = new Random(7);
            double[] ah = [.. Enumerable.Range(0, 1200).Select(i => i * 0.005).TakeWhile(q => q < 0.99 * truth.NegativeStart * truth.NegativeAh && truth.Volt(nmc, graphite, q) > 2.7)];
            double[] volt = Array.ConvertAll(ah, q => truth.Volt(nmc, graphite, q) + 5e-4 * SyntheticCell.Gauss(chance));
            return DegradationModes.Fit(nmc, graphite, (ah, volt)).ShouldNotBeNull();
        }
    }

    [Fact]
    public void A_short_stretch_of_discharge_is_flagged_as_not_identifying_the_modes()
    {
        var (nmc, graphite) = (Ocp("nmc_LGM50_ocp_Chen2020.csv"), Ocp("graphite_LGM50_ocp_Chen2020.csv"));
        var truth = new ElectrodeBalance(6.2, 5.6, 0.27, 0.9);
        var chance = new Random(8);
        double[] ah = [.. Enumerable.Range(0, 100).Select(i => i * 0.003)];
        double[] volt = Array.ConvertAll(ah, q => truth.Volt(nmc, graphite, q) + 0.005 * SyntheticCell.Gauss(chance));
        var fit = DegradationModes.Fit(nmc, graphite, (ah, volt)).ShouldNotBeNull();
        DegradationModes.Between(fit, fit).NegativeLoss.Identifiable.ShouldBeFalse();
        DegradationModes.Fit(nmc, graphite, ([0, 1], [4, 3])).ShouldBeNull();
    }

    [Fact]
    public void Self_discharge_of_a_resting_cell_is_the_slope_of_its_voltage()
    {
        var chance = new Random(3);
        double[] day = [.. Enumerable.Range(0, 720).Select(i => i / 24.0)];
        double[] volt = Array.ConvertAll(day, d => SyntheticCell.Ocv.At(0.7 - 0.001 * d) + 2e-4 * SyntheticCell.Gauss(chance));
        var found = SelfDischarge.Of(day, volt, SyntheticCell.Ocv, 3).ShouldNotBeNull();
        found.ChargePerDay.ShouldBe(0.001, 1e-4);
        found.LeakAmpere.ShouldBe(0.001 * 3 / 24, 2e-5);
        SelfDischarge.Of(day[..30], volt[..30], SyntheticCell.Ocv, 3).ShouldBeNull();
        double.IsNaN(SelfDischarge.Of(day, volt, null, 3)!.Value.LeakAmpere).ShouldBeTrue();
    }

    [Fact]
    public void A_fade_model_is_found_again_and_its_temperature_is_not_guessed_from_one()
    {
        var truth = new FadeModel(0.0008, 5000, 0.0004, 0.8);
        FadeUse[] uses = [.. from celsius in new[] { 10.0, 25, 45 } from step in Enumerable.Range(1, 12) select new FadeUse(step * 60, celsius, step * (celsius > 20 ? 80 : 15), 0.8)];
        var found = FadeModel.Fit(uses, Array.ConvertAll(uses, use => truth.Loss(use))).ShouldNotBeNull();
        foreach (var use in uses) found.Loss(use).ShouldBe(truth.Loss(use), 1e-4);
        FadeUse[] one = [.. uses.Where(use => use.Celsius == 25)];
        FadeModel.Fit(one, Array.ConvertAll(one, use => truth.Loss(use)))!.CalendarKelvin.ShouldBe(FadeModel.UsualKelvin);
        FadeModel.Fit(one[..4], new double[4]).ShouldBeNull();
    }

    private static HalfCell Ocp(string name)
    {
        var rows = File.ReadLines(SharedData.Require("health", "halfcell_ocp", name)).Select(line => line.Split(','))
            .Where(parts => double.TryParse(parts[0], NumberStyles.Float, CultureInfo.InvariantCulture, out _))
            .Select(parts => (X: double.Parse(parts[0], CultureInfo.InvariantCulture), V: double.Parse(parts[1], CultureInfo.InvariantCulture)))
            .DistinctBy(row => row.X).OrderBy(row => row.X).ToArray();
        return new HalfCell(Array.ConvertAll(rows, row => row.X), Array.ConvertAll(rows, row => row.V));
    }
}
