namespace Voltloop.Kernels.Circuit;

/// <summary>A recording for identification at a fixed step, with the charge known at every sample. Arrays of equal length.</summary>
/// <param name="StepSeconds">Time between samples, s.</param>
/// <param name="Charge">State of charge, 0 to 1.</param>
/// <param name="Ampere">Current at the sample, A, + = charge.</param>
/// <param name="MeanAmpere">Mean current over the step that ends at the sample, A.</param>
/// <param name="Volt">Voltage, V.</param>
/// <param name="Celsius">Temperature of the cell, degC.</param>
public sealed record CircuitRun(double StepSeconds, double[] Charge, double[] Ampere, double[] MeanAmpere, double[] Volt, double[] Celsius)
{
    /// <summary>Samples.</summary>
    public int Count => Volt.Length;

    /// <summary>Currents through the branches at each sample: a first-order lag of the current, at rest before the first sample.</summary>
    public double[] Lag(double seconds)
    {
        var (lagged, keep) = (new double[Count], Math.Exp(-StepSeconds / seconds));
        for (var i = 1; i < Count; i++)
        {
            lagged[i] = keep * lagged[i - 1] + (1 - keep) * MeanAmpere[i];
        }

        return lagged;
    }
}
