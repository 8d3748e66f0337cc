namespace Voltloop.Kernels.Integration;

/// <summary>Charge and energy that flowed, split by direction; all values are positive.</summary>
/// <param name="Charged">Into the cell, while current is above 0: Ah or Wh.</param>
/// <param name="Discharged">Out of the cell, while current is below 0: Ah or Wh.</param>
public readonly record struct Throughput(double Charged, double Discharged)
{
    /// <summary>Both directions together.</summary>
    public double Total => Charged + Discharged;
}
