namespace Voltloop.Passport.Model;

/// <summary>One year of a calculation.</summary>
/// <param name="Year">From 1.</param>
/// <param name="Bytes">Bytes on one node at its end.</param>
/// <param name="GigabyteMonths">Storage over all copies, in 10^9 bytes times months.</param>
/// <param name="CpuHours">Processor time over all nodes, in h.</param>
/// <param name="StorageCost">Price of the storage, in the currency of the prices.</param>
/// <param name="CpuCost">Price of the processor time, in the currency of the prices.</param>
internal sealed record CostYear(int Year, double Bytes, double GigabyteMonths, double CpuHours, double StorageCost, double CpuCost)
{
    /// <summary>Both together.</summary>
    public double Cost => StorageCost + CpuCost;
}
