using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class ChargeFilterTests
{
    private static readonly CircuitTable Table = new(SyntheticCell.Circuit);

    // Noise that is what it says, for tests of consistency: no share of the load, no steps.
    private static readonly ChargeNoise Plain = new()
    {
        Volt = 0.01, LoadShare = 0, StepOhm = 0, ModelVolt = 0.02, RestVolt = 0.02, ModelSeconds = 200, OffsetAmpere = 0, Ampere = 0.05,
        StartCharge = 0.02, StartAmpere = 0.2, RefutedBy = 100,
    };

    [Fact]
    public void On_a_linear_cell_the_filter_is_the_Kalman_filter()
    {
        var resistances = new CircuitResistances([0, 1], [0.02, 0.02], [1e-12, 1e-12], [0.015, 0.015], [0.02, 0.02]);
        var circuit = new CellCircuit(SyntheticCell.Curve(s => 3 + s), SyntheticCell.CapacityAh, resistances, 20, 400, Activation.Literature);
        var chance = new Random(1);
        var run = SyntheticCell.Run(circuit, SyntheticCell.Drive(chance, 600, -2), 0.8);
        var filter = new ChargeEkf(new CircuitTable(circuit), Plain, 0.79);
        var x = new double[] { 0.79, 0, 0, 0 };
        var p = Diagonal(Plain.StartCharge, Plain.StartAmpere, Plain.StartAmpere, Plain.RestVolt);
        double[] h = [1, 0.015, 0.02, 1], keep = [1, Math.Exp(-1 / 20.0), Math.Exp(-1 / 400.0), Math.Exp(-1 / Plain.ModelSeconds)];
        double[] input = [1 / (3600 * SyntheticCell.CapacityAh), 1 - keep[1], 1 - keep[2], 0];
        for (var k = 0; k < run.Count; k++)
        {
            filter.Step(SyntheticCell.Sample(run, k));
            if (k > 0) Predict(x, p, keep, input, run.MeanAmpere[k]);
            Update(x, p, h, run.Volt[k] - 3 - 0.02 * run.Ampere[k]);
            filter.Charge.Value.ShouldBe(x[0], 1e-9);
            filter.Charge.Deviation.ShouldBe(Math.Sqrt(p[0, 0]), 1e-9);
        }
    }

    [Fact]
    public void Stated_uncertainty_is_the_true_one_on_data_of_its_own_model()
    {
        var chance = new Random(2);
        var (nees, nis, runs) = (0.0, 0.0, 60);
        for (var r = 0; r < runs; r++)
        {
            var filter = new ChargeEkf(Table, Plain, 0.8);
            var truth = Wander(chance, filter, 1200);
            nees += Math.Pow((filter.Charge.Value - truth) / filter.Charge.Deviation, 2) / runs;
            nis += filter.Innovations.Nis / runs;
        }

        // Chi-square with 60 degrees of freedom over 60: 99.9 % within 0.5 to 1.7; with 72,000 innovations 1 to within 2 %.
        nees.ShouldBeInRange(0.5, 1.7);
        nis.ShouldBeInRange(0.98, 1.02);
    }

    [Fact]
    public void Unscented_and_extended_filter_agree_where_the_curve_is_smooth()
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, SyntheticCell.Drive(new Random(3), 4000, -1.5), 0.95);
        var (extended, unscented) = (new ChargeEkf(Table, Plain, 0.93), new SquareRootUkf(Table, Plain, 0.93));
        for (var i = 0; i < run.Count; i++)
        {
            extended.Step(SyntheticCell.Sample(run, i));
            unscented.Step(SyntheticCell.Sample(run, i));
            unscented.Charge.Value.ShouldBe(extended.Charge.Value, 3e-3);
        }

        unscented.Charge.Deviation.ShouldBe(extended.Charge.Deviation, 0.2 * extended.Charge.Deviation);
        unscented.Charge.Value.ShouldBe(run.Charge[^1], 3e-3);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(0.7)]
    [InlineData(1.0)]
    public void A_wrong_start_is_refuted_by_the_first_voltage_at_rest(double told)
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, SyntheticCell.Drive(new Random(4), 900, -1.5), 0.85);
        var (extended, joint) = (new ChargeEkf(Table, new ChargeNoise(), told), new DualEkf(Table, new ChargeNoise(), told));
        for (var i = 0; i < run.Count; i++)
        {
            extended.Step(SyntheticCell.Sample(run, i));
            joint.Step(SyntheticCell.Sample(run, i));
        }

        extended.Charge.Value.ShouldBe(run.Charge[^1], 0.01);
        joint.Charge.Value.ShouldBe(run.Charge[^1], 0.01);
    }

    [Fact]
    public void Joint_filter_finds_the_offset_of_the_sensor_and_the_capacity_of_the_cell()
    {
        var noise = Plain with { OffsetAmpere = 0.1, Capacity = 0.1, Volt = 0.002, ModelVolt = 0.003, RestVolt = 0.003, Resistance = 0.02 };
        var aged = SyntheticCell.Circuit with { CapacityAh = 0.93 * SyntheticCell.CapacityAh };
        double[] ampere = [.. SyntheticCell.Drive(new Random(5), 5000, -1.7), .. new double[1800], .. SyntheticCell.Drive(new Random(6), 4000, 1.6)];
        var run = SyntheticCell.Run(aged, ampere, 0.97);
        var filter = new DualEkf(Table, noise, 0.97);
        for (var i = 0; i < run.Count; i++) filter.Step(SyntheticCell.Sample(run, i, offset: 0.06));
        filter.Offset.Value.ShouldBe(0.06, 0.012);
        filter.Capacity.Value.ShouldBe(aged.CapacityAh, 0.02 * aged.CapacityAh);
        Math.Abs(filter.Capacity.Value - aged.CapacityAh).ShouldBeLessThan(filter.Capacity.Half95);
        filter.Charge.Value.ShouldBe(run.Charge[^1], 0.01);
        filter.ResistanceFactor.Value.ShouldBe(1, 0.03);
    }

    [Fact]
    public void Without_excitation_capacity_and_resistance_stay_as_unknown_as_they_were()
    {
        var noise = new ChargeNoise();
        var filter = new DualEkf(Table, noise, 0.5);
        for (var i = 0; i < 20_000; i++) filter.Step(new CellSample(i == 0 ? 0 : 1, 0, 0, SyntheticCell.Ocv.At(0.5), 25));
        filter.Capacity.Deviation.ShouldBe(noise.Capacity * SyntheticCell.CapacityAh, 0.05 * noise.Capacity * SyntheticCell.CapacityAh);
        filter.ResistanceFactor.Deviation.ShouldBe(noise.Resistance, 0.05 * noise.Resistance);
        filter.Charge.Deviation.ShouldBeGreaterThan(0.2 * noise.RestVolt / SyntheticCell.Ocv.Slope(0.5));
    }

    [Fact]
    public void Missing_voltage_and_missing_current_widen_the_interval()
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, SyntheticCell.Drive(new Random(7), 2000, -1.5), 0.9);
        double After(Func<CellSample, CellSample> harm)
        {
            var filter = new DualEkf(Table, new ChargeNoise(), 0.9);
            for (var i = 0; i < run.Count; i++) filter.Step(i < 500 ? SyntheticCell.Sample(run, i) : harm(SyntheticCell.Sample(run, i)));
            return filter.Charge.Deviation;
        }

        var sound = After(sample => sample);
        var blind = After(sample => sample with { Volt = double.NaN });
        var deaf = After(sample => sample with { Volt = double.NaN, MeanAmpere = double.NaN, Ampere = double.NaN });
        blind.ShouldBeGreaterThan(1.05 * sound);
        deaf.ShouldBeGreaterThan(2 * blind);
        double.IsFinite(After(sample => sample with { Celsius = double.NaN })).ShouldBeTrue();
    }

    [Fact]
    public void In_the_cold_with_another_activation_energy_than_presumed_the_joint_filter_keeps_its_interval()
    {
        var other = new Activation(Activation.Literature.Ohmic + 700, Activation.Literature.ChargeTransfer + 700, Activation.Literature.Diffusion + 900);
        var truth = SyntheticCell.Circuit with { Activation = other };
        var run = SyntheticCell.Run(truth, SyntheticCell.Drive(new Random(8), 3000, -1.2), 0.97, celsius: -15);
        var filter = new DualEkf(Table, new ChargeNoise(), 0.7);
        for (var i = 0; i < run.Count; i++) filter.Step(SyntheticCell.Sample(run, i));
        Math.Abs(filter.Charge.Value - run.Charge[^1]).ShouldBeLessThan(filter.Charge.Half95);
        filter.Charge.Value.ShouldBe(run.Charge[^1], 0.03);
        filter.ResistanceFactor.Value.ShouldBeGreaterThan(1.05);
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var run = SyntheticCell.Run(SyntheticCell.Circuit, SyntheticCell.Drive(new Random(9), 600, -1), 0.9);
        var (extended, unscented, joint) = (new ChargeEkf(Table, Plain, 0.9), new SquareRootUkf(Table, Plain, 0.9), new DualEkf(Table, Plain, 0.9));
        void All()
        {
            for (var i = 0; i < run.Count; i++)
            {
                var sample = SyntheticCell.Sample(run, i);
                extended.Step(sample);
                unscented.Step(sample);
                joint.Step(sample);
            }
        }

        // The runtime itself allocates now and then, when it compiles a method again; steps that allocated would do so every time.
        var least = Enumerable.Range(0, 8).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            All();
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        least.ShouldBe(0);
    }

    // Simulates the filter's own model beside it, from a start drawn from its own belief; gives the true charge at the end.
    private static double Wander(Random chance, ChargeEkf filter, int steps)
    {
        double charge = 0.8 + Plain.StartCharge * SyntheticCell.Gauss(chance), error = Plain.RestVolt * SyntheticCell.Gauss(chance);
        double fast = Plain.StartAmpere * SyntheticCell.Gauss(chance), slow = Plain.StartAmpere * SyntheticCell.Gauss(chance);
        var (keepFast, keepSlow, keepError) = (Math.Exp(-1 / 20.0), Math.Exp(-1 / 400.0), Math.Exp(-1 / Plain.ModelSeconds));
        for (var i = 0; i < steps; i++)
        {
            var shown = i % 60 < 30 ? -3.0 : 1.0;
            if (i > 0)
            {
                var flows = shown + Plain.Ampere * SyntheticCell.Gauss(chance);
                charge += flows / 3600 / SyntheticCell.CapacityAh;
                (fast, slow) = (fast + (1 - keepFast) * (flows - fast), slow + (1 - keepSlow) * (flows - slow));
                error = keepError * error + Plain.ModelVolt * Math.Sqrt(1 - keepError * keepError) * SyntheticCell.Gauss(chance);
            }

            var point = Table.At(charge, 25);
            var volt = point.Ocv + point.Over(shown, fast, slow).Volt + error + Plain.Volt * SyntheticCell.Gauss(chance);
            filter.Step(new CellSample(i == 0 ? 0 : 1, shown, shown, volt, 25));
        }

        return charge;
    }

    private static double[,] Diagonal(params double[] deviations)
    {
        var p = new double[deviations.Length, deviations.Length];
        for (var i = 0; i < deviations.Length; i++) p[i, i] = deviations[i] * deviations[i];
        return p;
    }

    private static void Predict(double[] x, double[,] p, double[] keep, double[] input, double ampere)
    {
        double current = Plain.Ampere * Plain.Ampere;
        double[] noise = [current * input[0] * input[0], current * input[1] * input[1], current * input[2] * input[2], Plain.ModelVolt * Plain.ModelVolt * (1 - keep[3] * keep[3])];
        for (var i = 0; i < 4; i++)
        {
            x[i] = keep[i] * x[i] + input[i] * ampere;
            for (var j = 0; j < 4; j++) p[i, j] = p[i, j] * keep[i] * keep[j] + (i == j ? noise[i] : 0);
        }
    }

    private static void Update(double[] x, double[,] p, double[] h, double measured)
    {
        var cross = new double[4];
        var (total, predicted) = (Plain.Volt * Plain.Volt, 0.0);
        for (var i = 0; i < 4; i++)
        {
            for (var j = 0; j < 4; j++) cross[i] += p[i, j] * h[j];
        }

        for (var i = 0; i < 4; i++) (total, predicted) = (total + h[i] * cross[i], predicted + h[i] * x[i]);
        for (var i = 0; i < 4; i++)
        {
            x[i] += cross[i] / total * (measured - predicted);
            for (var j = 0; j < 4; j++) p[i, j] -= cross[i] * cross[j] / total;
        }
    }
}
