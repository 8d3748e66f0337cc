using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Detection;
using Voltloop.Kernels.Packs;

namespace Voltloop.Health.Model.Packs;

/// <summary>
/// Measurements of a pack that never was, for tests, the benchmark and the example: cells that differ, daily use with rests, noise,
/// resolution of the sensors, seasons, and faults planted on purpose. The same seed gives the same values.
/// </summary>
internal sealed record MadeUpPack
{
    private const double SecondsPerDay = 86_400;
    private const double PlatingSeconds = 1500;
    private const double PlatingWidth = 150;
    private const double LeastCharge = 0.15;

    /// <summary>Seed.</summary>
    public required int Seed { get; init; }

    /// <summary>Chemistry.</summary>
    public PackChemistry Chemistry { get; init; } = PackChemistry.All[0];

    /// <summary>Cells in series.</summary>
    public int Cells { get; init; } = 12;

    /// <summary>Length, days.</summary>
    public double Days { get; init; } = 365;

    /// <summary>Time between samples, s.</summary>
    public double Interval { get; init; } = 3600;

    /// <summary>Capacity of a cell, Ah.</summary>
    public double CapacityAh { get; init; } = 50;

    /// <summary>Standard deviations of capacity and resistance (relative) and of charge (0 to 1).</summary>
    public (double Capacity, double Resistance, double Charge) Spread { get; init; } = (0.01, 0.03, 0.01);

    /// <summary>Noise of a voltage, V.</summary>
    public double NoiseVolt { get; init; } = 0.001;

    /// <summary>Resolution of a voltage, V; 0 for none.</summary>
    public double ResolutionVolt { get; init; } = 0.001;

    /// <summary>What is wrong.</summary>
    public IReadOnlyList<PlantedFault> Faults { get; init; } = [];

    /// <summary>The measurements.</summary>
    public PackMatrix Measure()
    {
        var (chance, count) = (new Random(Seed), (int)(Days * SecondsPerDay / Interval));
        var cells = new PackSpread(Spread.Capacity, Spread.Resistance, Spread.Charge, Seed).Draw(Cells, CapacityAh, 0.6);
        double[][] Channels() => [.. Enumerable.Range(0, Cells).Select(_ => new double[count])];
        var matrix = new PackMatrix(new double[count], new double[count], Channels(), Channels());
        var (circuit, charge, lag) = (Chemistry.Circuit(CapacityAh, null), cells.Select(cell => cell.Charge).ToArray(), new double[Cells]);
        double[] bias = [.. Enumerable.Range(0, Cells).Select(_ => 0.5 * PackSpread.Gauss(chance))];
        var (level, rest) = (0.0, 0.0);
        for (var i = 0; i < count; i++)
        {
            var second = i * Interval;
            level = Use(second, charge[0], level, chance);
            rest = level == 0 && i > 0 && matrix.Ampere[i - 1] > 0 ? second : rest;
            (matrix.Second[i], matrix.Ampere[i]) = (second, level);
            var ambient = Ambient(second);
            for (var cell = 0; cell < Cells; cell++)
            {
                Move(cells[cell], level, second, (cell, charge, lag));
                matrix.Volt[cell][i] = Read(circuit, (cells[cell], charge[cell], lag[cell], level), (cell, second, second - rest, ambient), chance);
                matrix.Celsius[cell][i] = Math.Round(ambient + bias[cell] + 30 * Math.Pow(level / CapacityAh, 2) + 0.2 * PackSpread.Gauss(chance) + Planted(SafetyKind.Overheating, cell, second), 1);
            }
        }

        Stick(matrix);
        return matrix;
    }

    // Charge in the night, use in the morning and in the evening, rest between; the current changes from sample to sample in use.
    private double Use(double second, double charge, double level, Random chance)
    {
        var hour = second % SecondsPerDay / 3600;
        if (hour < 5) return charge < 0.85 ? CapacityAh / 6 : 0;
        var busy = hour is >= 7 and < 9 or >= 16 and < 19;
        var most = Math.Floor(CapacityAh * (charge - LeastCharge) * 3600 / Math.Max(Interval, 600));
        if (!busy || most <= 0) return 0;
        var next = Math.Max(-CapacityAh * (0.04 + 0.24 * chance.NextDouble()), -most);
        return Interval >= 600 || (int)(second / Interval) % 5 == 0 || level == 0 ? Math.Round(next, 1) : Math.Max(level, -most);
    }

    private static double Ambient(double second) =>
        18 + 8 * Math.Sin(2 * Math.PI * second / (365 * SecondsPerDay)) + 3 * Math.Sin(2 * Math.PI * second / SecondsPerDay);

    private void Move(PackCell own, double level, double second, (int Cell, double[] Charge, double[] Lag) state)
    {
        var leak = Planted(SafetyKind.InternalShort, state.Cell, second);
        state.Charge[state.Cell] += Interval / 3600 / own.CapacityAh * (level - leak);
        var keep = Math.Exp(-Interval / 600);
        state.Lag[state.Cell] = keep * state.Lag[state.Cell] + (1 - keep) * level;
    }

    private double Read(CircuitTable circuit, (PackCell Own, double Charge, double Lag, double Level) state, (int Cell, double Second, double Rested, double Celsius) at, Random chance)
    {
        var point = circuit.At(state.Charge, at.Celsius);
        var (over, _) = point.Over(state.Level, state.Level, state.Lag);
        var volt = circuit.Circuit.Ocv.At(state.Charge) + state.Own.ResistanceFactor * over + Planted(SafetyKind.LooseContact, at.Cell, at.Second) * state.Level
            + Planted(SafetyKind.SensorOffset, at.Cell, at.Second) + Spike(at.Cell, at.Second) + NoiseVolt * PackSpread.Gauss(chance)
            + (state.Level == 0 ? Planted(SafetyKind.Plating, at.Cell, at.Second) / (1 + Math.Exp((at.Rested - PlatingSeconds) / PlatingWidth)) : 0);
        return ResolutionVolt > 0 ? Math.Round(Math.Round(volt / ResolutionVolt) * ResolutionVolt, 6) : volt;
    }

    private double Planted(SafetyKind kind, int cell, double second)
    {
        var sum = 0.0;
        foreach (var fault in Faults)
        {
            if (fault.Kind == kind && fault.Cell == cell && second >= fault.Day * SecondsPerDay) sum += fault.Size;
        }

        return sum;
    }

    private double Spike(int cell, double second)
    {
        var sum = 0.0;
        foreach (var fault in Faults)
        {
            var after = second - fault.Day * SecondsPerDay;
            if (fault.Kind == SafetyKind.SensorSpike && fault.Cell == cell && after >= 0 && after < Interval) sum += fault.Size;
        }

        return sum;
    }

    private void Stick(PackMatrix matrix)
    {
        foreach (var fault in Faults.Where(fault => fault.Kind == SafetyKind.SensorStuck))
        {
            var from = (int)(fault.Day * SecondsPerDay / Interval);
            var to = Math.Min(matrix.Samples, from + (int)Math.Ceiling(43_200 / Interval));
            for (var i = from; i < to; i++) matrix.Volt[fault.Cell][i] = matrix.Volt[fault.Cell][from];
        }
    }
}
