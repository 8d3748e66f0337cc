namespace Voltloop.Kernels.Lineage;

/// <summary>
/// A number for each of some nodes, once and for all. One writer adds while others look up in the slots they were given: a
/// slot is written in one piece, and a table that grows leaves the old slots as they are.
/// </summary>
internal sealed class NodeTable
{
    private const int Smallest = 256;
    private const int NodeShift = 32;
    private const uint Golden = 0x9E3779B1;

    private int _count;

    /// <summary>The slots as of now.</summary>
    public long[] Slots { get; private set; } = new long[Smallest];

    /// <summary>The number of a node; -1 when it has none.</summary>
    public static int Find(long[] slots, int node)
    {
        for (var slot = First(slots, node); ; slot = (slot + 1) & (slots.Length - 1))
        {
            var entry = Volatile.Read(ref slots[slot]);
            if (entry == 0) return -1;
            if ((int)(entry >> NodeShift) == node + 1) return (int)entry;
        }
    }

    /// <summary>Gives a node a number that it did not have.</summary>
    public void Add(int node, int number)
    {
        if (++_count > Slots.Length / 2) Grow();
        Place(Slots, ((long)(node + 1) << NodeShift) | (uint)number);
    }

    private static int First(long[] slots, int node) => (int)(((uint)node * Golden) >> 1) & (slots.Length - 1);

    private static void Place(long[] slots, long entry)
    {
        var slot = First(slots, (int)(entry >> NodeShift) - 1);
        while (slots[slot] != 0) slot = (slot + 1) & (slots.Length - 1);
        Volatile.Write(ref slots[slot], entry);
    }

    private void Grow()
    {
        var grown = new long[Slots.Length * 2];
        foreach (var entry in Slots) if (entry != 0) Place(grown, entry);
        Slots = grown;
    }
}
