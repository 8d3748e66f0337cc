using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;

namespace Voltloop.Tests.Unit.Kernels;

/// <summary>A made-up cell whose truth is known.</summary>
internal static class SyntheticCell
{
    public const double CapacityAh = 3;

    public static readonly OcvCurve Ocv = Curve(s => 3.2 + 0.9 * s + 0.06 * Math.Tanh((s - 0.5) / 0.12) - 0.25 * Math.Exp(-s / 0.04));

    public static readonly CellCircuit Circuit = new(
        Ocv, CapacityAh, new CircuitResistances([0, 0.3, 1], [0.02, 0.02, 0.02], [0.012, 0.008, 0.008], [0.03, 0.015, 0.015], [0.03, 0.02, 0.02]), 20, 400, Activation.Literature);

    public static OcvCurve Curve(Func<double, double> volt) => new([.. Enumerable.Range(0, OcvCurve.Points).Select(i => volt(OcvCurve.ChargeAt(i)))]);

    /// <summary>A drive: blocks of random discharge and some recuperation.</summary>
    public static double[] Drive(Random chance, int seconds, double mean)
    {
        var (ampere, level) = (new double[seconds], mean);
        for (var i = 0; i < seconds; i++)
        {
            if (i % 7 == 0) level = mean * (1 + 1.6 * (2 * chance.NextDouble() - 1)) + (chance.NextDouble() < 0.15 ? 2 : 0);
            ampere[i] = i < 60 ? 0 : level;
        }

        return ampere;
    }

    /// <summary>The recording of a drive from a charge on, at 25 degC unless said otherwise, with nothing wrong in it.</summary>
    public static CircuitRun Run(CellCircuit circuit, double[] ampere, double start, double celsius = 25)
    {
        var count = ampere.Length;
        double[] charge = new double[count], mean = new double[count], volt = new double[count], warm = [.. Enumerable.Repeat(celsius, count)];
        charge[0] = start;
        for (var i = 1; i < count; i++)
        {
            mean[i] = ampere[i];
            charge[i] = charge[i - 1] + mean[i] / 3600 / circuit.CapacityAh;
        }

        var run = new CircuitRun(1, charge, ampere, mean, volt, warm);
        var (fast, slow) = (run.Lag(circuit.FastSeconds), run.Lag(circuit.SlowSeconds));
        for (var i = 0; i < count; i++)
        {
            volt[i] = circuit.Ocv.At(charge[i]) + circuit.Overpotential(charge[i], celsius, (ampere[i], fast[i], slow[i]));
        }

        return run;
    }

    public static CellSample Sample(CircuitRun run, int i, double offset = 0) =>
        new(i == 0 ? 0 : run.StepSeconds, run.MeanAmpere[i] + offset, run.Ampere[i] + offset, run.Volt[i], run.Celsius[i]);

    public static double Gauss(Random chance) => Math.Sqrt(-2 * Math.Log(1 - chance.NextDouble())) * Math.Cos(2 * Math.PI * chance.NextDouble());
}
