using Voltloop.Kernels.Capacity;
using Voltloop.Kernels.Circuit;
using Voltloop.Kernels.Distributions;

namespace Voltloop.Kernels.Ageing;

/// <summary>
/// Self-discharge from the fall of the open-circuit voltage of a resting cell: slope of the least-squares line over time,
/// divided by the slope of the open-circuit voltage (Zimmerman, IEEE A&amp;E Systems Magazine 19 (2004) 19). Valid at steady
/// temperature, hours after the last current, and where the open-circuit voltage is not flat.
/// </summary>
/// <param name="VoltPerDay">Fall of the voltage, V per day, + = falling.</param>
/// <param name="VoltDeviation">Its standard deviation, with the residuals' correlation counted.</param>
/// <param name="ChargePerDay">Charge lost per day as a share of the capacity; NaN where the curve is unknown or flat.</param>
/// <param name="LeakAmpere">Current that loses it, A; NaN likewise.</param>
public readonly record struct SelfDischarge(double VoltPerDay, double VoltDeviation, double ChargePerDay, double LeakAmpere)
{
    /// <summary>Fewest samples.</summary>
    public const int FewestSamples = 24;

    /// <summary>Shortest rest, days.</summary>
    public const double ShortestDays = 2;

    /// <summary>Slope below which the voltage says nothing about charge, V per unit of charge.</summary>
    public const double FlatSlope = 0.05;

    /// <summary>Half width of the interval of the voltage slope at 95 %, V per day.</summary>
    public double Half95 => Normal.UpperQuantile(0.025) * VoltDeviation;

    /// <summary>Estimates it; <c>null</c> when the rest is too short.</summary>
    /// <param name="day">Time, days, growing.</param>
    /// <param name="volt">Voltage of the cell, V.</param>
    /// <param name="ocv">Open-circuit voltage, or <c>null</c> when not known.</param>
    /// <param name="capacityAh">Capacity, Ah.</param>
    public static SelfDischarge? Of(double[] day, double[] volt, OcvCurve? ocv, double capacityAh)
    {
        int[] usable = [.. Enumerable.Range(0, day.Length).Where(i => double.IsFinite(day[i]) && double.IsFinite(volt[i]))];
        if (usable.Length < FewestSamples || day[usable[^1]] - day[usable[0]] < ShortestDays) return null;
        var (x, y) = (Array.ConvertAll(usable, i => day[i]), Array.ConvertAll(usable, i => volt[i]));
        var line = LineFit.Of(x, y);
        var slope = ocv is null ? 0 : ocv.Slope(ocv.Invert(line.At(x.Average())));
        var perDay = slope > FlatSlope ? -line.Slope / slope : double.NaN;
        return new SelfDischarge(-line.Slope, Deviation(x, y, line), perDay, perDay * capacityAh / 24);
    }

    // Residuals that stay alike from sample to sample carry less news: n (1 - r) / (1 + r) of them count (Bartlett 1935).
    private static double Deviation(double[] x, double[] y, LineFit line)
    {
        var residuals = x.Zip(y, (at, value) => value - line.At(at)).ToArray();
        var squares = residuals.Sum(value => value * value);
        var alike = squares > 0 ? Math.Clamp(residuals.Zip(residuals.Skip(1), (a, b) => a * b).Sum() / squares, 0, 0.999) : 0;
        var (mean, count) = (x.Average(), x.Length * (1 - alike) / (1 + alike));
        var spread = x.Average(at => (at - mean) * (at - mean));
        return count > 2 ? Math.Sqrt(squares / x.Length / (count - 2) / spread) : double.PositiveInfinity;
    }
}
