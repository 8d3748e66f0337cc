using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Packs;

namespace Voltloop.Tests.Unit.Kernels;

public sealed class PackSolverTests
{
    private static readonly CircuitTable Real = new(SyntheticCell.Circuit);

    // No charge transfer and no branches: the network is linear.
    private static readonly CircuitTable Ohmic = new(SyntheticCell.Circuit with { Resistances = new CircuitResistances([0, 1], [0.02, 0.02], [0, 0], [0, 0], [0, 0]) });

    [Fact]
    public void Two_cells_in_parallel_share_a_current_as_the_closed_form_says()
    {
        var pack = new PackSolver(new PackModel(Ohmic, 2, [new PackCell(3, 1, 0.7), new PackCell(3, 1.5, 0.6)]));
        pack.Step(0, -4);
        var (e1, e2) = (SyntheticCell.Ocv.At(0.7), SyntheticCell.Ocv.At(0.6));
        var first = (-4 * 0.03 + e2 - e1) / 0.05;
        pack.Ampere[0].ShouldBe(first, 1e-10);
        pack.Ampere[1].ShouldBe(-4 - first, 1e-10);
        pack.GroupVolt[0].ShouldBe(e1 + 0.02 * first, 1e-10);
    }

    [Fact]
    public void A_ladder_with_connections_and_bus_bars_agrees_with_a_dense_solution()
    {
        var cells = new PackSpread(0.05, 0.2, 0.05, 3).Draw(5, 3, 0.5);
        var model = new PackModel(Ohmic, 5, cells) { ConnectionOhm = 0.001, LinkOhm = 0.0005 };
        var pack = new PackSolver(model);
        pack.Step(0, -10);
        // Unknowns: five currents, then the voltage at the terminals.
        var (matrix, right) = (new double[6, 6], new double[6]);
        for (var i = 0; i < 5; i++)
        {
            matrix[i, i] += 0.02 * cells[i].ResistanceFactor + 0.001;
            for (var link = 1; link <= i; link++) for (var k = link; k < 5; k++) matrix[i, k] += 0.0005;
            (matrix[i, 5], right[i], matrix[5, i]) = (-1, -SyntheticCell.Ocv.At(cells[i].Charge), 1);
        }

        right[5] = -10;
        var solved = Solve(matrix, right);
        for (var i = 0; i < 5; i++) pack.Ampere[i].ShouldBe(solved[i], 1e-9);
        pack.GroupVolt[0].ShouldBe(solved[5], 1e-9);
    }

    [Fact]
    public void Kirchhoffs_laws_hold_in_every_step_of_a_drive()
    {
        var model = new PackModel(Real, 4, new PackSpread(0.03, 0.1, 0.05, 7).Draw(24, 3, 0.8)) { ConnectionOhm = 0.0005, LinkOhm = 0.0002, Thermal = new PackThermal(45, 0.1), Ambient = 0 };
        var (pack, chance, worst) = (new PackSolver(model), new Random(1), 0.0);
        pack.Siemens[2] = 0.02;
        for (var i = 0; i < 600; i++)
        {
            pack.Step(5, i % 60 < 10 ? 0 : -16 * chance.NextDouble());
            worst = Math.Max(worst, Math.Max(pack.Residual.Current, pack.Residual.Voltage));
        }

        worst.ShouldBeLessThan(1e-9);
        pack.Celsius.Min().ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Energy_is_neither_made_nor_lost()
    {
        double Miss(double step)
        {
            var cells = new PackSpread(0.05, 0.2, 0.03, 11).Draw(6, 3, 0.8);
            var pack = new PackSolver(new PackModel(Real, 2, cells) { ConnectionOhm = 0.002, LinkOhm = 0.001 });
            pack.Siemens[1] = 0.05;
            for (var second = 0.0; second < 3600; second += step) pack.Step(step, second < 1800 ? -5 : 2);
            var stored = cells.Select((cell, i) => cell.CapacityAh * (Stored(pack.Charge[i]) - Stored(cell.Charge))).Sum();
            var energy = pack.Energy;
            energy.Bleed.ShouldBeGreaterThan(0.1);
            return Math.Abs(energy.In + energy.Moved - stored - energy.Cells - energy.Connections - energy.Bleed);
        }

        var (coarse, fine) = (Miss(20), Miss(2));
        fine.ShouldBeLessThan(0.004);
        fine.ShouldBeLessThan(0.3 * coarse);
    }

    [Theory]
    [InlineData(BalancingMode.Charge)]
    [InlineData(BalancingMode.Inductor)]
    [InlineData(BalancingMode.Capacitor)]
    [InlineData(BalancingMode.Top)]
    [InlineData(BalancingMode.Bottom)]
    public void Balancing_narrows_the_spread_without_ever_widening_it(BalancingMode mode)
    {
        var model = new PackModel(Real, 1, new PackSpread(0, 0, 0.03, 5).Draw(6, 3, 0.5));
        var settings = new BalancingSettings { BleedOhm = 20 };
        var outcome = BalancingRun.Of(model, mode, settings, (3.0, 4.15));
        outcome.Reached.ShouldBeTrue();
        for (var i = 1; i < outcome.Spread.Count; i++) outcome.Spread[i].ShouldBeLessThanOrEqualTo(outcome.Spread[i - 1] + 1e-9);
        outcome.LostWh.ShouldBeGreaterThan(0);
        outcome.After.Ah.ShouldBeGreaterThan(outcome.Before.Ah);
        outcome.After.Ah.ShouldBeLessThanOrEqualTo(outcome.After.SmallestAh + 1e-9);
    }

    [Fact]
    public void Active_balancing_loses_less_than_bleeding()
    {
        var model = new PackModel(Real, 1, new PackSpread(0, 0, 0.03, 5).Draw(6, 3, 0.5));
        double Lost(BalancingMode mode) => BalancingRun.Of(model, mode, new BalancingSettings(), (3.0, 4.15)).LostWh;
        Lost(BalancingMode.Inductor).ShouldBeLessThan(0.5 * Lost(BalancingMode.Charge));
        Lost(BalancingMode.Capacitor).ShouldBeLessThan(0.5 * Lost(BalancingMode.Charge));
    }

    [Fact]
    public void The_weakest_group_limits_the_pack_and_is_named()
    {
        var usable = UsableCapacity.Of([3, 2.5, 3], [0.9, 0.5, 0.6]);
        usable.FirstEmpty.ShouldBe(1);
        usable.FirstFull.ShouldBe(0);
        usable.Ah.ShouldBe(1.25 + 0.3, 1e-12);
    }

    // Integral of the open-circuit voltage from empty, V.
    private static double Stored(double charge)
    {
        const int Parts = 20_000;
        var sum = 0.0;
        for (var i = 0; i < Parts; i++) sum += SyntheticCell.Ocv.At((i + 0.5) / Parts * charge);
        return sum / Parts * charge;
    }

    private static double[] Solve(double[,] a, double[] b)
    {
        var n = b.Length;
        for (var k = 0; k < n; k++)
        {
            var pivot = Enumerable.Range(k, n - k).MaxBy(i => Math.Abs(a[i, k]));
            for (var j = 0; j < n; j++) (a[k, j], a[pivot, j]) = (a[pivot, j], a[k, j]);
            (b[k], b[pivot]) = (b[pivot], b[k]);
            for (var i = k + 1; i < n; i++)
            {
                var factor = a[i, k] / a[k, k];
                b[i] -= factor * b[k];
                for (var j = k; j < n; j++) a[i, j] -= factor * a[k, j];
            }
        }

        for (var i = n - 1; i >= 0; i--)
        {
            for (var j = i + 1; j < n; j++) b[i] -= a[i, j] * b[j];
            b[i] /= a[i, i];
        }

        return b;
    }
}
