using Voltloop.Kernels.CellModel;
using Voltloop.Kernels.LinearAlgebra;

namespace Voltloop.Tests.Unit.Kernels;

/// <summary>The single-particle model against conservation, closed forms, its limits and its stated orders.</summary>
public sealed class CellModelTests
{
    private static readonly CellParameters Cell = Chen2020.Parameters;
    private static readonly ModelGrid Coarse = new(20, 8, 4);

    [Fact]
    public void A_tridiagonal_system_is_solved()
    {
        double[] diagonal = [4, 5, 6, 7], right = [6, 17, 34, 37];
        Tridiagonal.Solve([0, 1, 2, 3], diagonal, [1, 2, 3, 0], right);
        right.Zip([1.0, 2, 3, 4]).ShouldAllBe(pair => Math.Abs(pair.First - pair.Second) < 1e-12);
    }

    [Fact]
    public void Lithium_and_salt_are_conserved_through_a_whole_drive_to_one_part_in_a_million_million()
    {
        var model = new SingleParticleModel(Cell, Coarse, 0.8, 298.15);
        var (lithium, negative, salt) = (model.Lithium, model.NegativeLithium, model.Salt);
        var (random, moved) = (new Random(7), 0.0);
        for (var i = 0; i < 2000; i++)
        {
            var (ampere, seconds) = (random.NextDouble() * 8 - 5, 0.1 + random.NextDouble());
            model.Step(ampere, seconds, i % 2 == 0 ? 0.5 : 1);
            moved += ampere * seconds / CellConstants.Faraday;
        }

        model.Lithium.ShouldBe(lithium, 1e-12 * lithium);
        model.Salt.ShouldBe(salt, 1e-12 * salt);
        model.NegativeLithium.ShouldBe(negative + moved, 1e-12 * lithium);
    }

    // Crank, The Mathematics of Diffusion, 6.3.4: a sphere that takes in a constant flux from one moment on.
    [Fact]
    public void A_sphere_answers_a_step_of_flux_like_the_series_and_the_error_falls_by_four_with_each_halving_of_shells_and_steps()
    {
        var errors = new[] { 10, 20, 40, 80 }.Select(shells =>
        {
            var sphere = new SphereDiffusion(5e-6, 3e-14, shells, 1000);
            for (var i = 0; i < 2 * shells; i++) sphere.Step(2e-6, 100.0 / shells, i < 2 ? 1 : 0.5);
            return Math.Abs(sphere.Surface(2e-6) - Series(5e-6, 3e-14, 200));
        }).ToArray();
        errors[^1].ShouldBeLessThan(0.3);
        errors.Zip(errors.Skip(1), (coarse, fine) => Math.Log2(coarse / fine)).ShouldAllBe(order => order > 1.8 && order < 2.2);
    }

    [Theory]
    [InlineData(0.5, 2)]
    [InlineData(1.0, 1)]
    public void Voltage_and_temperature_converge_with_the_stated_order_in_time(double theta, double order)
    {
        var ends = new[] { 128, 256, 512, 1024 }.Select(steps =>
        {
            var model = new SingleParticleModel(Cell, Coarse, 0.9, 298.15);
            for (var i = 0; i < steps; i++) model.Step(-5, 240.0 / steps, i < StepPlan.SmoothingSteps ? 1 : theta);
            return model.Read(-5);
        }).ToArray();
        Order(ends, end => end.Volt).ShouldBe(order, 0.25);
        Order(ends, end => end.Kelvin).ShouldBe(order, 0.25);
    }

    [Fact]
    public void Voltage_converges_with_the_second_order_in_space()
    {
        var ends = new[] { 1, 2, 4, 8 }.Select(fineness =>
        {
            var model = new SingleParticleModel(Cell, new ModelGrid(8 * fineness, 4 * fineness, 2 * fineness), 0.9, 298.15);
            for (var i = 0; i < 100; i++) model.Step(-5, 6, i < StepPlan.SmoothingSteps ? 1 : 0.5);
            return model.Read(-5);
        }).ToArray();
        Order(ends, end => end.Volt).ShouldBe(2, 0.2);
    }

    [Fact]
    public void The_window_holds_the_voltages_of_its_ends_and_the_capacity_of_the_cell()
    {
        var window = CellWindow.Of(Cell);
        window.OpenCircuit(Cell, 1).ShouldBe(4.2, 1e-9);
        window.OpenCircuit(Cell, 0).ShouldBe(2.5, 1e-9);
        window.CapacityAh.ShouldBe(5, 0.2);
        window.Full.Negative.ShouldBe(29866.0 / 33133, 0.02);
        window.Full.Positive.ShouldBe(17038.0 / 63104, 0.02);
    }

    [Fact]
    public void A_slow_discharge_lies_close_to_the_open_circuit_voltage_and_a_slower_one_closer()
    {
        var (twentieth, twohundredth) = (FurthestFromOpenCircuit(Cell.NominalAh / 20), FurthestFromOpenCircuit(Cell.NominalAh / 200));
        twentieth.ShouldBeLessThan(0.030);
        twohundredth.ShouldBeLessThan(twentieth / 5);
    }

    [Fact]
    public void Without_resistance_in_the_electrolyte_the_model_is_the_single_particle_model()
    {
        var free = Cell with { Electrolyte = new BinaryElectrolyte(1000, 0.2594, _ => 1e-3, _ => 1e7) };
        var (with, without) = (After(free, Coarse), After(free, Coarse with { WithElectrolyte = false }));
        with.Volt.ShouldBe(without.Volt, 1e-6);
        After(Cell, Coarse).Volt.ShouldBeLessThan(without.Volt - 0.02);
    }

    [Fact]
    public void The_ohmic_drop_of_an_even_electrolyte_is_the_closed_form()
    {
        var (n, s, p) = (Cell.Negative, Cell.Separator, Cell.Positive);
        var electrolyte = new ElectrolyteDiffusion(Cell, 200, 20);
        var closed = 40 / Cell.Electrolyte.Conductivity(1000)
            * (n.Thickness / 3 / Math.Pow(n.Porosity, 1.5) + s.Thickness / Math.Pow(s.Porosity, 1.5) + p.Thickness / 3 / Math.Pow(p.Porosity, 1.5));
        electrolyte.OhmicVolt(40).ShouldBe(closed, 1e-4 * closed);
    }

    [Fact]
    public void Heat_work_and_chemistry_balance_and_the_chemistry_is_the_area_under_the_open_circuit_voltage()
    {
        var model = new SingleParticleModel(Cell, Coarse, 1, 298.15);
        var highest = 0.0;
        var end = new CellSimulation(Cell, model, new StepPlan(0.5, 20)).Run([new CurrentPiece(2400, -5), new CurrentPiece(3600, 0)], point => highest = Math.Max(highest, point.Kelvin), TestContext.Current.CancellationToken);
        end.ShouldBe(SimulationEnd.Profile);
        var energy = model.Energy;
        var stored = Cell.Thermal.HeatCapacity * (model.Read(0).Kelvin - 298.15);
        energy.Heat.ShouldBe(stored + energy.Lost, 1e-9 * energy.Heat);
        energy.Chemical.ShouldBe(energy.Electric - energy.Heat, 1e-9 * Math.Abs(energy.Electric));
        energy.Chemical.ShouldBe(-AreaUnderOpenCircuit(2400 * 5 / 3600.0), 2e-5 * Math.Abs(energy.Chemical));
        energy.Heat.ShouldBeGreaterThan(0);
        (highest - 298.15).ShouldBeInRange(1, 25);
    }

    [Fact]
    public void A_cell_left_alone_cools_like_the_exponential_and_keeps_its_voltage()
    {
        var model = new SingleParticleModel(Cell, Coarse, 0.5, 298.15);
        for (var i = 0; i < 600; i++) model.Step(-5, 1, 0.5);
        var (warm, seconds) = (model.Read(0).Kelvin - 298.15, Cell.Thermal.HeatCapacity / Cell.Thermal.Conductance);
        for (var i = 0; i < 1000; i++) model.Step(0, seconds / 1000, 0.5);
        (model.Read(0).Kelvin - 298.15).ShouldBe(warm / Math.E, 1e-5 * warm);
    }

    [Fact]
    public void A_discharge_ends_at_the_lower_voltage_a_charge_at_the_upper_and_too_large_a_current_at_once()
    {
        Run(1, -5, out var discharged).ShouldBe(SimulationEnd.LowerVoltage);
        discharged.Volt.ShouldBe(2.5, 1e-6);
        Run(0, 2.5, out var charged).ShouldBe(SimulationEnd.UpperVoltage);
        charged.Volt.ShouldBe(4.2, 1e-6);
        Run(0.1, -400, out var refused).ShouldBe(SimulationEnd.Depleted);
        refused.Second.ShouldBeLessThan(1);
    }

    [Fact]
    public void A_warm_cell_has_less_resistance_and_a_long_run_can_be_stopped()
    {
        double Drop(double kelvin)
        {
            var point = new SingleParticleModel(Cell, Coarse, 0.5, kelvin).Read(-5);
            return point.OpenCircuitVolt - point.Volt;
        }

        Drop(308.15).ShouldBeLessThan(Drop(298.15));
        using var stop = new CancellationTokenSource();
        var model = new SingleParticleModel(Cell, Coarse, 1, 298.15);
        Should.Throw<OperationCanceledException>(() => new CellSimulation(Cell, model, new StepPlan()).Run([new CurrentPiece(3600, -1)], point => { if (point.Second > 5) stop.Cancel(); }, stop.Token));
    }

    [Fact]
    public void A_step_allocates_nothing()
    {
        var model = new SingleParticleModel(Cell, Coarse, 0.5, 298.15);
        // The runtime itself allocates now and then, when it compiles a method again; steps that allocated would do so every time.
        var least = Enumerable.Range(0, 8).Min(_ =>
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            for (var i = 0; i < 100; i++) model.Step(-5, 1, 0.5);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        });
        least.ShouldBe(0);
    }

    private static double Order(CellPoint[] ends, Func<CellPoint, double> of)
    {
        var changes = ends.Zip(ends.Skip(1), (coarse, fine) => Math.Abs(of(coarse) - of(fine))).ToArray();
        return Math.Log2(changes[^2] / changes[^1]);
    }

    private static CellPoint After(CellParameters cell, ModelGrid grid)
    {
        var model = new SingleParticleModel(cell, grid, 0.9, 298.15);
        for (var i = 0; i < 100; i++) model.Step(-5, 6, i < StepPlan.SmoothingSteps ? 1 : 0.5);
        return model.Read(-5);
    }

    private static SimulationEnd Run(double charge, double ampere, out CellPoint last)
    {
        var (model, seen) = (new SingleParticleModel(Cell, Coarse, charge, 298.15), default(CellPoint));
        var end = new CellSimulation(Cell, model, new StepPlan(0.1, 20)).Run([new CurrentPiece(20000, ampere)], point => seen = point, TestContext.Current.CancellationToken);
        last = seen;
        return end;
    }

    private static double FurthestFromOpenCircuit(double ampere)
    {
        var (model, furthest, seconds) = (new SingleParticleModel(Cell, Coarse, 1, 298.15), 0.0, 0.9 * 3600 * CellWindow.Of(Cell).CapacityAh / ampere);
        new CellSimulation(Cell, model, new StepPlan(1, seconds / 500)).Run([new CurrentPiece(seconds, -ampere)], point => furthest = Math.Max(furthest, Math.Abs(point.Volt - point.OpenCircuitVolt)), TestContext.Current.CancellationToken);
        return furthest;
    }

    // By Simpson's rule, in J.
    private static double AreaUnderOpenCircuit(double ah)
    {
        var window = CellWindow.Of(Cell);
        const int Parts = 2000;
        var sum = Enumerable.Range(0, Parts + 1).Sum(i => (i is 0 or Parts ? 1 : i % 2 == 1 ? 4 : 2) * window.OpenCircuit(Cell, 1 - ah / window.CapacityAh * i / Parts));
        return sum * 3600 * ah / Parts / 3;
    }

    private static double Series(double radius, double diffusivity, double seconds)
    {
        var tau = diffusivity * seconds / (radius * radius);
        var sum = Enumerable.Range(1, 200).Sum(n => Math.Exp(-Square(Root(n)) * tau) / Square(Root(n)));
        return 1000 + 2e-6 * radius / diffusivity * (3 * tau + 0.2 - 2 * sum);
    }

    // Roots of tan x = x by Newton's method from where the tangent is steep.
    private static double Root(int n)
    {
        var x = (n + 0.5) * Math.PI - 1 / ((n + 0.5) * Math.PI);
        for (var i = 0; i < 20; i++) x -= (Math.Sin(x) - x * Math.Cos(x)) / (x * Math.Sin(x));
        return x;
    }

    private static double Square(double x) => x * x;
}
