using Voltloop.Kernels.Circuit;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class CircuitTests
{
    [Fact]
    public void Open_circuit_voltage_and_hysteresis_come_back_from_slow_sweeps()
    {
        const double Half = 0.01, Ohm = 0.05, Ampere = 0.15;
        var chance = new Random(1);
        double[] at = [.. Enumerable.Range(0, 4001).Select(i => i / 4000.0)];
        SlowSweep Sweep(double sign, double[] charge) => new(
            Array.ConvertAll(charge, s => SyntheticCell.CapacityAh * (s - 1)),
            Array.ConvertAll(charge, s => SyntheticCell.Ocv.At(s) + sign * (Half + Ohm * Ampere) + 2e-4 * SyntheticCell.Gauss(chance)),
            Array.ConvertAll(charge, _ => sign * Ampere));
        var table = OcvBuilder.Build(Sweep(-1, [.. at.Reverse()]), Sweep(1, at), Ohm);
        table.CapacityAh.ShouldBe(SyntheticCell.CapacityAh, 1e-9);
        for (var s = 0.03; s < 0.99; s += 0.01)
        {
            table.Curve.At(s).ShouldBe(SyntheticCell.Ocv.At(s), 1.5e-3);
            table.HalfHysteresis[(int)Math.Round(s * 200)].ShouldBe(Half, 1e-3);
            table.Curve.Invert(table.Curve.At(s)).ShouldBe(s, 1e-6);
        }
    }

    [Fact]
    public void The_curve_grows_although_the_sweep_does_not()
    {
        var chance = new Random(2);
        double[] at = [.. Enumerable.Range(0, 2001).Select(i => i / 2000.0)];
        var noisy = new SlowSweep(at, Array.ConvertAll(at, s => 3 + 0.01 * s + 0.05 * SyntheticCell.Gauss(chance)), Array.ConvertAll(at, _ => -0.1));
        var volt = OcvBuilder.Build(noisy, null, 0).Curve.Volt.ToArray();
        volt.ShouldBe(volt.Order());
        Should.Throw<ArgumentException>(() => OcvBuilder.Build(new SlowSweep(new double[200], new double[200], new double[200]), null, 0));
    }

    [Fact]
    public void Known_parameters_are_found_again_from_drives()
    {
        var runs = new[] { 1, 2 }.Select(seed => Noisy(SyntheticCell.Run(SyntheticCell.Circuit, SyntheticCell.Drive(new Random(seed), 6000, -1.4), 1))).ToArray();
        var settings = new IdentificationSettings { Nodes = [0, 0.3, 1], CorrectionPoints = 5 };
        var found = CircuitIdentification.Find(SyntheticCell.Ocv, SyntheticCell.CapacityAh, runs, settings).ShouldNotBeNull();
        found.RmsVolt.ShouldBe(0.002, 2e-4);
        found.Circuit.FastSeconds.ShouldBe(20, 2);
        found.Circuit.SlowSeconds.ShouldBe(400, 80);
        for (var s = 0.35; s < 0.95; s += 0.1)
        {
            var (is0, k, f, w) = found.Circuit.Resistances.At(s);
            var (o2, k2, f2, w2) = SyntheticCell.Circuit.Resistances.At(s);
            (is0 + k).ShouldBe(o2 + k2, 0.02 * (o2 + k2));
            f.ShouldBe(f2, 0.1 * f2);
            w.ShouldBe(w2, 0.25 * w2);
            found.Circuit.Ocv.At(s).ShouldBe(SyntheticCell.Ocv.At(s), 2e-3);
        }
    }

    [Fact]
    public void A_steady_current_identifies_nothing()
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, [.. Enumerable.Repeat(-1.0, 6000)], 1);
        CircuitIdentification.Find(SyntheticCell.Ocv, SyntheticCell.CapacityAh, [run], new IdentificationSettings()).ShouldBeNull();
        var missing = run with { Volt = [.. Enumerable.Repeat(double.NaN, run.Count)] };
        CircuitIdentification.Find(SyntheticCell.Ocv, SyntheticCell.CapacityAh, [missing], new IdentificationSettings()).ShouldBeNull();
    }

    [Fact]
    public void Charge_transfer_is_ohmic_for_small_currents_and_Tafel_for_large_ones()
    {
        const double TwiceThermal = 0.05139;
        CellCircuit.Kinetic(1e-5, TwiceThermal).ShouldBe(1e-5, 1e-12);
        CellCircuit.Kinetic(10, TwiceThermal).ShouldBe(TwiceThermal * Math.Log(20 / TwiceThermal), 1e-5);
        var point = new CircuitTable(SyntheticCell.Circuit).At(0.6, 25);
        point.Over(-3, -2, -1).Volt.ShouldBe(SyntheticCell.Circuit.Overpotential(0.6, 25, (-3, -2, -1)), 1e-9);
        var step = 1e-6;
        point.Over(2, 0, 0).Ohm.ShouldBe((point.Over(2 + step, 0, 0).Volt - point.Over(2 - step, 0, 0).Volt) / (2 * step), 1e-7);
    }

    [Fact]
    public void Resistance_follows_Arrhenius()
    {
        var table = new CircuitTable(SyntheticCell.Circuit);
        foreach (var celsius in new[] { -20.0, -7.3, 0, 25, 41.9 })
        {
            table.At(0.6, celsius).ChargeTransfer.ShouldBe(0.008 * Math.Exp(Activation.Literature.ChargeTransfer * Activation.Coldness(celsius)), 1e-3 * table.At(0.6, celsius).ChargeTransfer);
        }
    }

    [Fact]
    public void Counting_with_an_offset_drifts_by_offset_times_time_over_capacity()
    {
        var counter = new CoulombCounter(SyntheticCell.Ocv, SyntheticCell.CapacityAh, (0.8, 0.01), new CounterSettings { CapacityError = 0 });
        for (var i = 0; i < 7200; i++) counter.Step(1, 0.05, 1, 3.9);
        counter.Charge.ShouldBe(0.8 + 0.05 * 2 / SyntheticCell.CapacityAh, 1e-9);
        counter.Bound.ShouldBe(0.01 + 0.05 * 2 / SyntheticCell.CapacityAh, 1e-9);
        counter.Resets.ShouldBe(0);
    }

    [Fact]
    public void A_settled_rest_resets_the_count_and_a_settling_one_does_not()
    {
        CoulombCounter After(Func<int, double> volt)
        {
            var counter = new CoulombCounter(SyntheticCell.Ocv, SyntheticCell.CapacityAh, (0.8, 0.2), new CounterSettings());
            for (var i = 0; i < 4000; i++) counter.Step(1, 0, 0, volt(i));
            return counter;
        }

        var settled = After(_ => SyntheticCell.Ocv.At(0.6));
        settled.Resets.ShouldBe(1);
        settled.Charge.ShouldBe(0.6, 1e-9);
        settled.Bound.ShouldBeLessThan(0.03);
        After(i => 3.7 + 1e-5 * i).Resets.ShouldBe(0);
    }

    [Fact]
    public void A_current_that_is_not_known_opens_the_bound()
    {
        var counter = new CoulombCounter(SyntheticCell.Ocv, SyntheticCell.CapacityAh, (0.8, 0), new CounterSettings());
        counter.Step(360, double.NaN, double.NaN, double.NaN);
        counter.Charge.ShouldBe(0.8);
        counter.Bound.ShouldBeGreaterThan(10 * 0.1 / SyntheticCell.CapacityAh);
    }

    private static CircuitRun Noisy(CircuitRun run)
    {
        var chance = new Random(run.Count);
        return run with { Volt = Array.ConvertAll(run.Volt, volt => volt + 0.002 * SyntheticCell.Gauss(chance)) };
    }
}
