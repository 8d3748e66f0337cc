using Voltloop.Kernels.Integration;

namespace Voltloop.Kernels.Cycling;

/// <summary>What happened in one cycle.</summary>
/// <param name="Number">Number as the instrument counted it, else from 1 on.</param>
/// <param name="First">Its first sample.</param>
/// <param name="Last">Its last sample.</param>
public readonly record struct CycleSummary(double Number, int First, int Last)
{
    /// <summary>Charge that flowed, Ah.</summary>
    public Throughput Charge { get; init; }

    /// <summary>Energy that flowed, Wh.</summary>
    public Throughput Energy { get; init; }

    /// <summary>Duration, s.</summary>
    public double Seconds { get; init; }

    /// <summary>Time at rest, s.</summary>
    public double RestSeconds { get; init; }

    /// <summary>Charge out over charge in; NaN when nothing was charged.</summary>
    public double CoulombicEfficiency => Charge.Charged > 0 ? Charge.Discharged / Charge.Charged : double.NaN;

    /// <summary>Energy out over energy in; NaN when nothing was charged.</summary>
    public double EnergyEfficiency => Energy.Charged > 0 ? Energy.Discharged / Energy.Charged : double.NaN;

    /// <summary>True when no charge moved: a cycle that was counted and not run.</summary>
    public bool IsEmpty => Charge.Total == 0;

    /// <summary>Full cycles that are equivalent to what flowed: throughput over twice the rated capacity.</summary>
    /// <param name="ratedAh">Rated capacity in Ah, above 0.</param>
    public double EquivalentFullCycles(double ratedAh) => Charge.Total / (2 * ratedAh);
}
