namespace Voltloop.Kernels.Lineage;

/// <summary>An edge of the delta. Those out of one node, and those into one, hang together in the order in which they came.</summary>
internal struct AddedEdge
{
    public const int None = -1;

    public int From;
    public LineageLink To;
    public int NextDown;
    public int NextUp;
    public float Mass;
    public int Tag;
}
