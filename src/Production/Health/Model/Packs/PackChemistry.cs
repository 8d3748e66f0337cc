using Voltloop.Kernels.Circuit;

namespace Voltloop.Health.Model.Packs;

/// <summary>A made-up cell of a chemistry, for simulations: the shape of its open-circuit voltage and resistances that go with its size. No product.</summary>
/// <param name="Name">Short name.</param>
/// <param name="Low">Voltage of an empty cell, V.</param>
/// <param name="High">Voltage of a full cell, V.</param>
/// <param name="Volt">Open-circuit voltage in V over charge, 0 to 1.</param>
internal sealed record PackChemistry(string Name, double Low, double High, Func<double, double> Volt)
{
    // Ohm times Ah of each part: a cell of 1 Ah has 85 mOhm in all, one of 50 Ah 1.7 mOhm.
    private const double OhmicPart = 0.030;
    private const double KineticPart = 0.020;
    private const double FastPart = 0.015;
    private const double SlowPart = 0.020;
    private const double FastSeconds = 20;
    private const double SlowSeconds = 600;

    /// <summary>All of them.</summary>
    public static readonly IReadOnlyList<PackChemistry> All =
    [
        new("nmc", 3.0, 4.2, s => 3.35 + 0.75 * s + 0.1 * s * s * s * s - 0.35 * Math.Exp(-s / 0.03)),
        new("lfp", 2.5, 3.6, s => 3.27 + 0.025 * Math.Tanh((s - 0.25) / 0.12) + 0.02 * Math.Tanh((s - 0.68) / 0.06) + 0.02 * s - 0.6 * Math.Exp(-s / 0.03) + 0.15 * Math.Exp((s - 1) / 0.015)),
    ];

    /// <summary>The chemistry of a name, or <c>null</c>.</summary>
    public static PackChemistry? Find(string name) => All.FirstOrDefault(one => string.Equals(one.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The circuit of a cell.</summary>
    /// <param name="capacityAh">Its capacity, Ah.</param>
    /// <param name="ohm">Sum of its resistances at 25 degC, Ohm; <c>null</c> for what goes with the capacity.</param>
    public CircuitTable Circuit(double capacityAh, double? ohm)
    {
        var curve = new double[OcvCurve.Points];
        for (var i = 0; i < curve.Length; i++) curve[i] = Volt(OcvCurve.ChargeAt(i));
        Kernels.LeastSquares.Isotonic.Grow(curve);
        var scale = (ohm ?? (OhmicPart + KineticPart + FastPart + SlowPart) / capacityAh) / (OhmicPart + KineticPart + FastPart + SlowPart);
        double[] Flat(double part) => [part * scale, part * scale];
        var resistances = new CircuitResistances([0, 1], Flat(OhmicPart), Flat(KineticPart), Flat(FastPart), Flat(SlowPart));
        return new CircuitTable(new CellCircuit(new OcvCurve(curve), capacityAh, resistances, FastSeconds, SlowSeconds, Activation.Literature));
    }
}
