using Voltloop.Kernels.Integration;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class TrapezoidTests
{
    [Fact]
    public void Square_wave_of_current_gives_its_exact_charge_and_energy()
    {
        // 1 h at +2 A and 4 V, then half an hour at -3 A and 3 V, with two samples at each step.
        double[] second = [0, 3600, 3600, 5400];
        double[] ampere = [2, 2, -3, -3];
        double[] volt = [4, 4, 3, 3];
        Trapezoid.Charge(second, ampere).ShouldBe(new Throughput(2, 1.5));
        Trapezoid.Energy(second, ampere, volt).ShouldBe(new Throughput(8, 4.5));
    }

    [Fact]
    public void A_ramp_through_zero_is_split_where_it_crosses()
    {
        // From +1 A to -3 A in 4 h: 1 h above zero (0.5 Ah), 3 h below (4.5 Ah).
        var charge = Trapezoid.Charge([0, 4 * 3600], [1, -3]);
        charge.Charged.ShouldBe(0.5, 1e-12);
        charge.Discharged.ShouldBe(4.5, 1e-12);
        charge.Total.ShouldBe(5, 1e-12);
    }

    [Fact]
    public void A_sine_gives_its_closed_form_within_the_error_of_the_step()
    {
        const int Samples = 10_000;
        var second = Enumerable.Range(0, Samples + 1).Select(i => 3600.0 * i / Samples).ToArray();
        var ampere = second.Select(t => Math.Sin(Math.Tau * t / 3600)).ToArray();
        var charge = Trapezoid.Charge(second, ampere);
        charge.Charged.ShouldBe(1 / Math.PI, 1e-7);
        charge.Discharged.ShouldBe(1 / Math.PI, 1e-7);
    }

    [Fact]
    public void Uneven_time_stamps_do_not_matter_for_a_straight_line()
    {
        double[] second = [0, 1, 10, 11, 100, 3600];
        var ampere = second.Select(t => t / 3600).ToArray();
        Trapezoid.Charge(second, ampere).Charged.ShouldBe(0.5, 1e-12);
    }

    [Fact]
    public void Nothing_and_one_sample_carry_no_charge()
    {
        Trapezoid.Charge([], []).Total.ShouldBe(0);
        Trapezoid.Charge([5], [3]).Total.ShouldBe(0);
    }

    [Fact]
    public void Columns_of_different_length_are_refused() =>
        Should.Throw<ArgumentOutOfRangeException>(() => Trapezoid.Charge([0, 1], [1]));

    [Fact]
    public void Small_parts_are_not_lost_beside_large_ones()
    {
        var sum = new CompensatedSum();
        sum.Add(1e16);
        for (var i = 0; i < 1000; i++)
        {
            sum.Add(1);
        }

        sum.Add(-1e16);
        sum.Value.ShouldBe(1000);
    }
}
