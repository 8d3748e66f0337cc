using System.Diagnostics;
using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Filters;

namespace Voltloop.Health.BenchmarkMethods.Panasonic;

/// <summary>Runs one estimator over one drive cycle in one case.</summary>
internal static class ChargeTrial
{
    /// <summary>The errors, in % of charge.</summary>
    public static TrialScore Run(ChargeModelKind kind, DriveCycle cycle, (CellCircuit Circuit, ChargeNoise Noise) model, ChargeCase one)
    {
        var circuit = model.Circuit with { CapacityAh = model.Circuit.CapacityAh * one.CapacityFactor };
        var samples = Samples(cycle.Run, one.OffsetAmpere);
        var (charge, deviation) = (new double[samples.Length], new double[samples.Length]);
        var table = new CircuitTable(circuit);
        var watch = Stopwatch.GetTimestamp();
        var nis = kind switch
        {
            ChargeModelKind.Counting => Count(samples, circuit, one.Start, charge),
            ChargeModelKind.Ekf => Filter(new ChargeEkf(table, model.Noise, one.Start), samples, charge, deviation),
            ChargeModelKind.Ukf => Filter(new SquareRootUkf(table, model.Noise, one.Start), samples, charge, deviation),
            _ => Filter(new DualEkf(table, model.Noise, one.Start), samples, charge, deviation),
        };
        var seconds = Stopwatch.GetElapsedTime(watch).TotalSeconds;
        return TrialScore.Of(cycle.With(model.Circuit.CapacityAh).Charge, charge, deviation, one.ScoredAfter) with { Nis = nis, Seconds = seconds };
    }

    private static CellSample[] Samples(CircuitRun run, double offset)
    {
        var samples = new CellSample[run.Count];
        for (var i = 0; i < samples.Length; i++)
        {
            samples[i] = new CellSample(i == 0 ? 0 : run.StepSeconds, run.MeanAmpere[i] + offset, run.Ampere[i] + offset, run.Volt[i], run.Celsius[i]);
        }

        return samples;
    }

    private static double Count(CellSample[] samples, CellCircuit circuit, double start, double[] charge)
    {
        var counter = new CoulombCounter(circuit.Ocv, circuit.CapacityAh, (start, 0), new CounterSettings());
        for (var i = 0; i < samples.Length; i++)
        {
            counter.Step(samples[i].Seconds, samples[i].MeanAmpere, samples[i].Ampere, samples[i].Volt);
            charge[i] = counter.Charge;
        }

        return double.NaN;
    }

    private static double Filter(ChargeEkf filter, CellSample[] samples, double[] charge, double[] deviation)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            filter.Step(samples[i]);
            (charge[i], deviation[i]) = (filter.Charge.Value, filter.Charge.Deviation);
        }

        return filter.Innovations.Nis;
    }

    private static double Filter(SquareRootUkf filter, CellSample[] samples, double[] charge, double[] deviation)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            filter.Step(samples[i]);
            (charge[i], deviation[i]) = (filter.Charge.Value, filter.Charge.Deviation);
        }

        return filter.Innovations.Nis;
    }

    private static double Filter(DualEkf filter, CellSample[] samples, double[] charge, double[] deviation)
    {
        for (var i = 0; i < samples.Length; i++)
        {
            filter.Step(samples[i]);
            (charge[i], deviation[i]) = (filter.Charge.Value, filter.Charge.Deviation);
        }

        return filter.Innovations.Nis;
    }
}
