using Voltloop.Kernels.Cycling;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class CyclingTests
{
    // A square wave of 2 A at 4 V and −1 A at 3 V, an hour each, with half an hour of rest between; two cycles.
    private static readonly double[] Time = [0, 3600, 3600, 5400, 5400, 12_600, 12_600, 14_400, 14_400, 18_000, 18_000, 19_800, 19_800, 27_000];
    private static readonly double[] Ampere = [2, 2, 0, 0, -1, -1, 0, 0, 2, 2, 0, 0, -1, -1];
    private static readonly double[] Volt = [4, 4, 3.5, 3.5, 3, 3, 3.5, 3.5, 4, 4, 3.5, 3.5, 3, 3];

    [Fact]
    public void Square_wave_has_its_steps_cycles_charges_and_energies()
    {
        var samples = new CyclingSamples(Time, Volt, Ampere);
        var steps = Segmentation.Steps(samples);
        steps.Select(step => step.Kind).ShouldBe([StepKind.Charge, StepKind.Rest, StepKind.Discharge, StepKind.Rest, StepKind.Charge, StepKind.Rest, StepKind.Discharge]);
        var cycles = Segmentation.Cycles(samples, steps);
        cycles.Length.ShouldBe(2);
        foreach (var cycle in cycles)
        {
            cycle.Charge.Charged.ShouldBe(2, 1e-12);
            cycle.Charge.Discharged.ShouldBe(2, 1e-12);
            cycle.CoulombicEfficiency.ShouldBe(1, 1e-12);
            cycle.Energy.Charged.ShouldBe(8, 1e-12);
            cycle.EnergyEfficiency.ShouldBe(0.75, 1e-12);
            cycle.EquivalentFullCycles(2).ShouldBe(1, 1e-12);
        }

        cycles[0].Number.ShouldBe(1);
        cycles[0].RestSeconds.ShouldBe(3600);
    }

    [Fact]
    public void Counts_of_the_instrument_decide_where_it_has_them()
    {
        double[] cycle = [7, 7, 7, 7, 7, 7, 7, 7, 9, 9, 9, 9, 9, 9];
        double[] step = [1, 1, 2, 2, 3, 3, 4, 4, 1, 1, 2, 2, 3, 3];
        var samples = new CyclingSamples(Time, Volt, Ampere) { Cycle = cycle, Step = step };
        var steps = Segmentation.Steps(samples);
        steps.Length.ShouldBe(7);
        Segmentation.Cycles(samples, steps).Select(one => one.Number).ShouldBe([7, 9]);
    }

    [Fact]
    public void Charges_of_the_steps_add_up_to_that_of_the_test()
    {
        double[] time = [.. Enumerable.Range(0, 4000).Select(i => i * 1.7)];
        double[] ampere = [.. time.Select(t => Math.Sin(t / 300))];
        double[] volt = [.. time.Select(_ => 3.7)];
        var steps = Segmentation.Steps(new CyclingSamples(time, volt, ampere));
        var whole = Voltloop.Kernels.Integration.Trapezoid.Charge(time, ampere);
        steps.Sum(step => step.Charge.Charged).ShouldBe(whole.Charged, 1e-12);
        steps.Sum(step => step.Charge.Discharged).ShouldBe(whole.Discharged, 1e-12);
    }

    [Fact]
    public void Pulse_resistance_of_a_series_resistor_and_one_time_constant_is_exact_at_the_samples()
    {
        // R0 50 mΩ and 20 mΩ with 10 s, stepped from rest to −2 A, sampled every second.
        double[] time = [.. Enumerable.Range(-10, 51).Select(i => (double)i)];
        double[] ampere = [.. time.Select(t => t < 0 ? 0.0 : -2)];
        double[] volt = [.. time.Select(t => t < 0 ? 3.7 : 3.7 - 2 * (0.05 + 0.02 * (1 - Math.Exp(-t / 10))))];
        var samples = new CyclingSamples(time, volt, ampere);
        var pulse = PulseResistance.Of(samples, Segmentation.Steps(samples), [10, 18, 30]).ShouldHaveSingleItem();
        pulse.Ampere.ShouldBe(-2);
        pulse.Ohm.Zip([10.0, 18, 30]).ShouldAllBe(one => Math.Abs(one.First - (0.05 + 0.02 * (1 - Math.Exp(-one.Second / 10)))) < 1e-12);
        var shortPulse = new CyclingSamples(time.AsSpan(0, 30), volt.AsSpan(0, 30), ampere.AsSpan(0, 30));
        PulseResistance.Of(shortPulse, Segmentation.Steps(shortPulse), [10, 18, 30])[0].Ohm.Select(double.IsNaN).ShouldBe([false, false, true]);
    }

    [Fact]
    public void Counter_that_starts_again_is_summed_and_missing_values_add_nothing()
    {
        double[] charged = [0, 1, 2, 0.5, 1.5, double.NaN, 1.5];
        CounterCapacity.Between(charged, charged, 0, 6).Charged.ShouldBe(3.5, 1e-12);
        CounterCapacity.Between(charged, charged, 4, 6).Charged.ShouldBe(1, 1e-12);
    }

    [Fact]
    public void Cycle_without_charge_is_empty_and_has_no_efficiency()
    {
        var samples = new CyclingSamples([0, 10, 20], [3, 3, 3], [0, 0, 0]);
        var cycle = Segmentation.Cycles(samples, Segmentation.Steps(samples)).ShouldHaveSingleItem();
        cycle.IsEmpty.ShouldBeTrue();
        double.IsNaN(cycle.CoulombicEfficiency).ShouldBeTrue();
    }

    [Fact]
    public void No_samples_have_no_steps()
    {
        var none = new CyclingSamples([], [], []);
        Segmentation.Steps(none).ShouldBeEmpty();
        Segmentation.Cycles(none, []).ShouldBeEmpty();
    }
}
