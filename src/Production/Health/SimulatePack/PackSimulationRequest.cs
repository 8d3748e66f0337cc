using Voltloop.Core.Problems;
using Voltloop.Health.Model.Packs;
using Voltloop.Kernels.Packs;

namespace Voltloop.Health.SimulatePack;

/// <summary>What to simulate; whatever is absent keeps its default.</summary>
internal sealed record PackSimulationRequest
{
    /// <summary>Groups in series; 12.</summary>
    public int? Series { get; init; }

    /// <summary>Cells in parallel in each group; 1.</summary>
    public int? Parallel { get; init; }

    /// <summary>nmc or lfp; nmc.</summary>
    public string? Chemistry { get; init; }

    /// <summary>Capacity of a cell, Ah; 50.</summary>
    public double? CapacityAh { get; init; }

    /// <summary>Resistance of a cell at 25 degC, mOhm; what goes with its capacity.</summary>
    public double? ResistanceMilliohm { get; init; }

    /// <summary>Standard deviation of the capacity, %; 1.</summary>
    public double? CapacitySpreadPercent { get; init; }

    /// <summary>Standard deviation of the resistance, %; 3.</summary>
    public double? ResistanceSpreadPercent { get; init; }

    /// <summary>Standard deviation of the charge at the start, % of charge; 2.</summary>
    public double? ChargeSpreadPercent { get; init; }

    /// <summary>Mean charge at the start, %; 80.</summary>
    public double? ChargePercent { get; init; }

    /// <summary>Seed of the differences; 1.</summary>
    public int? Seed { get; init; }

    /// <summary>Current of the pack, A, + = charge; half of the capacity out in an hour when neither this nor load is given.</summary>
    public double? Ampere { get; init; }

    /// <summary>Current over time instead, each held until the next.</summary>
    public IReadOnlyList<LoadSample>? Load { get; init; }

    /// <summary>Resistance of the connection of a cell, mOhm; 0.</summary>
    public double? ConnectionMilliohm { get; init; }

    /// <summary>Resistance of both bus bars between neighbours in a group, mOhm; 0.</summary>
    public double? LinkMilliohm { get; init; }

    /// <summary>Temperature around, degC; 25.</summary>
    public double? AmbientCelsius { get; init; }

    /// <summary>Heat capacity of a cell, J/K; with heatConductance the cells warm up.</summary>
    public double? HeatCapacity { get; init; }

    /// <summary>Heat conductance of a cell to its surroundings, W/K.</summary>
    public double? HeatConductance { get; init; }

    /// <summary>Bleed resistor of a group, Ohm; 40.</summary>
    public double? BleedOhm { get; init; }

    /// <summary>Ways of balancing to compare: top, bottom, charge, capacitor, inductor; all when absent, none for an empty list.</summary>
    public IReadOnlyList<string>? Balancing { get; init; }

    /// <summary>The plan.</summary>
    /// <exception cref="ProblemException">A value is out of range.</exception>
    public SimulationPlan ReadPlan()
    {
        var chemistry = PackChemistry.Find(Chemistry ?? "nmc") ?? throw new ProblemException(CommonProblems.InvalidValue, $"There is no chemistry \"{Chemistry}\"; use nmc or lfp.", "chemistry");
        var (series, parallel) = ((int)Within(Series, 12, (1, 200), "series"), (int)Within(Parallel, 1, (1, 100), "parallel"));
        if (series * parallel > PackLimits.MostCells) throw new ProblemException(CommonProblems.LimitExceeded, $"{series * parallel} cells; at most {PackLimits.MostCells} are simulated (PackLimits.MostCells).", "series");
        var capacity = Within(CapacityAh, 50, (0.01, 10_000), "capacityAh");
        var spread = new PackSpread(
            Within(CapacitySpreadPercent, 1, (0, 25), "capacitySpreadPercent") / 100, Within(ResistanceSpreadPercent, 3, (0, 25), "resistanceSpreadPercent") / 100,
            Within(ChargeSpreadPercent, 2, (0, 25), "chargeSpreadPercent") / 100, Seed ?? 1);
        var cells = spread.Draw(series * parallel, capacity, Within(ChargePercent, 80, (0, 100), "chargePercent") / 100);
        double? ohm = ResistanceMilliohm is null ? null : Within(ResistanceMilliohm, 1, (1e-4, 1e6), "resistanceMilliohm") / 1000;
        var model = new PackModel(chemistry.Circuit(capacity, ohm), parallel, cells)
        {
            ConnectionOhm = Within(ConnectionMilliohm, 0, (0, 1e4), "connectionMilliohm") / 1000, LinkOhm = Within(LinkMilliohm, 0, (0, 1e4), "linkMilliohm") / 1000,
            Ambient = Within(AmbientCelsius, 25, (-40, 80), "ambientCelsius"), Thermal = Heat(),
        };
        return new SimulationPlan(model, chemistry, ReadLoad(capacity * parallel), ReadModes(), new BalancingSettings { BleedOhm = Within(BleedOhm, 40, (0.1, 1e5), "bleedOhm") });
    }

    private PackThermal? Heat() => HeatCapacity is null && HeatConductance is null ? null
        : new PackThermal(Within(HeatCapacity, 1000, (0.1, 1e7), "heatCapacity"), Within(HeatConductance, 1, (1e-4, 1e5), "heatConductance"));

    private LoadSample[] ReadLoad(double capacity)
    {
        if (Load is not { Count: > 0 } load) return [new LoadSample(0, Within(Ampere, -capacity / 2, (-1e5, 1e5), "ampere"))];
        if (load.Count > SimulationPlan.MostSamples) throw new ProblemException(CommonProblems.LimitExceeded, $"The load has more than {SimulationPlan.MostSamples} samples (SimulationPlan.MostSamples).", "load");
        for (var i = 0; i < load.Count; i++)
        {
            var sound = double.IsFinite(load[i].Second) && Math.Abs(load[i].Ampere) < 1e5 && (i == 0 ? load[i].Second == 0 : load[i].Second > load[i - 1].Second);
            if (!sound) throw new ProblemException(CommonProblems.InvalidValue, "The load must begin at second 0, its times must grow and its currents be below 100,000 A.", FormattableString.Invariant($"load[{i}]"));
        }

        return [.. load];
    }

    private BalancingMode[] ReadModes() => Balancing is null ? [BalancingMode.Top, BalancingMode.Bottom, BalancingMode.Charge, BalancingMode.Capacitor, BalancingMode.Inductor]
        : [.. Balancing.Select(name => Enum.TryParse<BalancingMode>(name, ignoreCase: true, out var mode) && mode != BalancingMode.None && Enum.IsDefined(mode) ? mode
            : throw new ProblemException(CommonProblems.InvalidValue, $"\"{name}\" is no way of balancing; use top, bottom, charge, capacitor or inductor.", "balancing"))];

    private static double Within(double? value, double usual, (double Low, double High) range, string field) => value is not { } given ? usual
        : given >= range.Low && given <= range.High ? given
        : throw new ProblemException(CommonProblems.InvalidValue, FormattableString.Invariant($"{field} must be {range.Low} to {range.High}."), field);
}
