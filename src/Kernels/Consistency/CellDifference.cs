namespace Voltloop.Kernels.Consistency;

/// <summary>How a cell differs from the median cell of its pack. Standard deviations are infinite where the data do not carry a figure.</summary>
/// <param name="ChargeAh">Charge above that of the median cell at its mean charge, Ah.</param>
/// <param name="ChargeDeviation">Its standard deviation.</param>
/// <param name="Ohm">Resistance above that of the median cell, Ohm.</param>
/// <param name="OhmDeviation">Its standard deviation.</param>
/// <param name="Capacity">Capacity over that of the median cell, minus 1.</param>
/// <param name="CapacityDeviation">Its standard deviation.</param>
public readonly record struct CellDifference(double ChargeAh, double ChargeDeviation, double Ohm, double OhmDeviation, double Capacity, double CapacityDeviation);
