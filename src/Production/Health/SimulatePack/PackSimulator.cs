using System.Globalization;
using Voltloop.Health.Model.Packs;
using Voltloop.Health.ShowCapacity;
using Voltloop.Kernels.Packs;

namespace Voltloop.Health.SimulatePack;

/// <summary>Runs a plan.</summary>
internal sealed class PackSimulator
{
    private const double MostHours = 72;
    private const double StepSeconds = 5;
    private const int MostPoints = 400;
    private readonly SimulationPlan _plan;
    private readonly PackSolver _pack;
    private readonly List<double[]> _points = [];
    private double _residual;
    private double _second;
    private double _moved;

    private PackSimulator(SimulationPlan plan) => (_plan, _pack) = (plan, new PackSolver(plan.Model));

    /// <summary>Runs.</summary>
    public static PackSimulation Run(SimulationPlan plan, CancellationToken cancellation)
    {
        var simulator = new PackSimulator(plan);
        var usable = BalancingRun.Usable(plan.Model, simulator._pack);
        var ended = simulator.Drive(cancellation);
        var rows = new List<BalancingRow>();
        foreach (var mode in plan.Modes)
        {
            cancellation.ThrowIfCancellationRequested();
            if (plan.Model.Series > 1) rows.Add(Row(BalancingRun.Of(plan.Model, mode, plan.Balancing, (plan.Chemistry.Low, plan.Chemistry.High))));
        }

        return simulator.Result(ended, usable, rows);
    }

    private string Drive(CancellationToken cancellation)
    {
        var (place, step) = (0, 0);
        Note();
        while (_second < MostHours * 3600)
        {
            if (step++ % 1000 == 0) cancellation.ThrowIfCancellationRequested();
            while (place + 1 < _plan.Load.Length && _plan.Load[place + 1].Second <= _second) place++;
            if (_plan.Load.Length > 1 && place == _plan.Load.Length - 1) return "The load is over.";
            var until = place + 1 < _plan.Load.Length ? Math.Min(StepSeconds, _plan.Load[place + 1].Second - _second) : StepSeconds;
            _pack.Step(until, _plan.Load[place].Ampere);
            (_second, _moved) = (_second + until, _moved + until / 3600 * _plan.Load[place].Ampere);
            _residual = Math.Max(_residual, Math.Max(_pack.Residual.Current, _pack.Residual.Voltage));
            Note();
            if (End(_plan.Load[place].Ampere) is { } ended) return ended;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{MostHours:0} h passed.");
    }

    private string? End(double ampere)
    {
        var (low, high) = (_pack.CellVolt.Min(), _pack.CellVolt.Max());
        if (ampere < 0 && low <= _plan.Chemistry.Low) return string.Create(CultureInfo.InvariantCulture, $"{Name(Array.IndexOf(_pack.CellVolt, low))} was the first to reach {_plan.Chemistry.Low:0.0#} V, with {100 * Mean():0.0} % of charge left on average: the weakest cell ends the discharge of all.");
        if (ampere > 0 && high >= _plan.Chemistry.High) return string.Create(CultureInfo.InvariantCulture, $"{Name(Array.IndexOf(_pack.CellVolt, high))} was the first to reach {_plan.Chemistry.High:0.0#} V, at {100 * Mean():0.0} % of charge on average: the fullest cell ends the charge of all.");
        return null;
    }

    private double Mean() => Enumerable.Range(0, _plan.Model.Series).Average(_pack.GroupCharge);

    private string Name(int cell) => _plan.Model.Parallel == 1 ? $"Cell {cell + 1}" : $"Cell {cell % _plan.Model.Parallel + 1} of group {cell / _plan.Model.Parallel + 1}";

    private void Note() => _points.Add([_second / 3600, _pack.Volt, _pack.CellVolt.Min(), _pack.CellVolt.Max(), 100 * BalancingRun.SpreadOf(_pack), Uneven(), _pack.Celsius.Max()]);

    // Largest over mean current of the cells in parallel.
    private double Uneven()
    {
        var (most, sum) = (0.0, 0.0);
        foreach (var ampere in _pack.Ampere) (most, sum) = (Math.Max(most, Math.Abs(ampere)), sum + Math.Abs(ampere));
        return sum > 0 ? most * _pack.Ampere.Length / sum : 1;
    }

    private PackSimulation Result(string ended, UsableCapacity usable, IReadOnlyList<BalancingRow> rows)
    {
        var stride = Math.Max(1, _points.Count / MostPoints);
        double[][] kept = [.. _points.Where((_, i) => i % stride == 0 || i == _points.Count - 1)];
        ChartSeries Line(string label, string unit, int column) => new(label, unit, "line", [.. kept.Select(point => (double?)Math.Round(point[column], 5))]);
        return new PackSimulation(
            _plan.Model.Series, _plan.Model.Parallel, _plan.Chemistry.Name, Math.Round(_second / 3600, 4), Math.Round(_moved, 4), ended, Math.Round(usable.Ah, 4), Limit(usable), Energy(), _residual, rows)
        {
            X = new ChartAxis("Time (h)", [.. kept.Select(point => Math.Round(point[0], 5))]),
            Lines =
            [
                Line("Voltage of the pack", "V", 1), Line("Lowest cell", "V", 2), Line("Highest cell", "V", 3), Line("Spread of charge", "%", 4),
                Line("Largest over mean cell current", "1", 5), Line("Warmest cell", "degC", 6),
            ],
        };
    }

    private static string Limit(UsableCapacity usable) => usable.FirstEmpty == usable.FirstFull
        ? string.Create(CultureInfo.InvariantCulture, $"Group {usable.FirstEmpty + 1} is the first to be empty and the first to be full: its {usable.Ah:0.##} Ah are all that the pack can give. No balancing changes that.")
        : string.Create(CultureInfo.InvariantCulture, $"Group {usable.FirstEmpty + 1} is the first to be empty, group {usable.FirstFull + 1} the first to be full. Balanced, the smallest group would allow {usable.SmallestAh:0.##} Ah.");

    private EnergyRow[] Energy()
    {
        var energy = _pack.Energy;
        EnergyRow Row(string where, double wh) => new(where, Math.Round(wh, 4));
        return
        [
            Row(energy.In < 0 ? "Delivered at the terminals" : "Taken in at the terminals", Math.Abs(energy.In)), Row("Heat in the cells", energy.Cells),
            Row("Heat in connections and bus bars", energy.Connections),
        ];
    }

    private static BalancingRow Row(BalancingOutcome outcome) => new(
        outcome.Mode, Math.Round(outcome.Hours, 2), outcome.Reached, Math.Round(outcome.LostWh, 3), Math.Round(outcome.Before.Ah, 3), Math.Round(outcome.After.Ah, 3),
        [.. outcome.Spread.Select(spread => Math.Round(100 * spread, 4))], [.. outcome.SpreadHours.Select(hours => Math.Round(hours, 4))]);
}
