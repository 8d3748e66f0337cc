using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;

namespace Voltloop.Bench.Health;

/// <summary>A made-up cell and a drive of it, a sample a second.</summary>
internal static class ChargeDrive
{
    private const int Seed = 5;

    public static readonly CircuitTable Table = new(new CellCircuit(
        new OcvCurve([.. Enumerable.Range(0, OcvCurve.Points).Select(i => 3.1 + 1.05 * OcvCurve.ChargeAt(i))]), 3,
        new CircuitResistances([0, 0.3, 1], [0.02, 0.02, 0.02], [0.01, 0.008, 0.008], [0.02, 0.015, 0.015], [0.03, 0.02, 0.02]), 20, 400, Activation.Literature));

    public static CellSample[] Make(int count)
    {
        var chance = new Random(Seed);
        var (samples, charge, ampere) = (new CellSample[count], 0.9, 0.0);
        for (var i = 0; i < count; i++)
        {
            if (i % 5 == 0) ampere = 2 * (chance.NextDouble() - 0.52);
            charge += i == 0 ? 0 : ampere / 10_800;
            samples[i] = new CellSample(i == 0 ? 0 : 1, ampere, ampere, 3.1 + 1.05 * charge + 0.05 * ampere, 25 + 5 * Math.Sin(i / 900.0));
        }

        return samples;
    }
}
