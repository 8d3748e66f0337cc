using Voltloop.Kernels.Ageing;

namespace Voltloop.Health.Model;

/// <summary>What the recordings of a cell say about its ageing; each part is <c>null</c> where they do not carry it.</summary>
/// <param name="Curve">Incremental capacity of the slow discharge.</param>
/// <param name="EnergyWh">Energy of the slow discharge, Wh.</param>
/// <param name="Capacity">Capacity from partial charges, Ah, with its standard deviation.</param>
/// <param name="Partials">Partial charges behind it.</param>
/// <param name="Leak">Self-discharge at the longest rest.</param>
internal sealed record AgeingFindings(
    IncrementalCapacity? Curve, double? EnergyWh, (double Ah, double Deviation)? Capacity, int Partials, SelfDischarge? Leak)
{
    /// <summary>True when nothing was found.</summary>
    public bool IsEmpty => Curve is null && Capacity is null && Leak is null;
}
