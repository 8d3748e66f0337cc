namespace Voltloop.Kernels.Lineage;

/// <summary>One node that a walk reached.</summary>
public struct LineageVisit
{
    /// <summary>The node.</summary>
    public int Node { get; internal set; }

    /// <summary>Steps from the nearest start.</summary>
    public int Steps { get; internal set; }

    /// <summary>Place in the walk of the neighbour from which it was reached; -1 for a start.</summary>
    public int Over { get; internal set; }

    /// <summary>
    /// Walking down: the earliest moment at which material of the start can have been in it. Walking up: the latest moment at
    /// which what was in it still mattered. Seconds since 1970-01-01.
    /// </summary>
    public uint Moment { get; internal set; }

    /// <summary>Place of the edge in the rows of the direction; an edge of the delta as its complement.</summary>
    internal int Place { get; set; }
}
