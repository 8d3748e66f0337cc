namespace Voltloop.Kernels.Packs;

/// <summary>Charge that a pack gives between the moment its first group is full and the moment its first group is empty, slowly.</summary>
/// <param name="Ah">Charge, Ah.</param>
/// <param name="FirstEmpty">Group that ends a discharge.</param>
/// <param name="FirstFull">Group that ends a charge.</param>
/// <param name="SmallestAh">Capacity of the smallest group, which nothing exceeds that does not move charge during a cycle, Ah.</param>
public readonly record struct UsableCapacity(double Ah, int FirstEmpty, int FirstFull, double SmallestAh)
{
    /// <summary>From capacity (Ah) and state of charge (0 to 1) of each group.</summary>
    public static UsableCapacity Of(ReadOnlySpan<double> capacity, ReadOnlySpan<double> charge)
    {
        ArgumentOutOfRangeException.ThrowIfNotEqual(capacity.Length, charge.Length);
        var (empty, full, smallest) = (0, 0, capacity[0]);
        for (var i = 1; i < capacity.Length; i++)
        {
            empty = capacity[i] * charge[i] < capacity[empty] * charge[empty] ? i : empty;
            full = capacity[i] * (1 - charge[i]) < capacity[full] * (1 - charge[full]) ? i : full;
            smallest = Math.Min(smallest, capacity[i]);
        }

        return new UsableCapacity(capacity[empty] * charge[empty] + capacity[full] * (1 - charge[full]), empty, full, smallest);
    }
}
