namespace Voltloop.Kernels.Lineage;

/// <summary>
/// One edge seen from one of its ends, in eight bytes, so that a walk reads one line of memory where it would read four: node,
/// kind, two marks for what few edges have (kept elsewhere), and the moment of going in.
/// </summary>
public readonly struct LineageLink
{
    /// <summary>Most nodes of a graph: 2 to the 28th.</summary>
    public const int MaxNodes = 1 << NodeBits;

    private const int NodeBits = 28;
    private const uint RemovedMark = 1u << 30;
    private const uint PositionMark = 1u << 31;

    private readonly uint _packed;

    internal LineageLink(int node, LineageKind kind, uint added, bool hasPosition)
    {
        _packed = (uint)node | ((uint)kind << NodeBits) | (hasPosition ? PositionMark : 0);
        Added = added;
    }

    private LineageLink(uint packed, uint added) => (_packed, Added) = (packed, added);

    /// <summary>The node at the other end.</summary>
    public int Node => (int)(_packed & (MaxNodes - 1));

    /// <summary>How it came about.</summary>
    public LineageKind Kind => (LineageKind)((_packed >> NodeBits) & 3);

    /// <summary>When it went in, seconds since 1970-01-01.</summary>
    public uint Added { get; }

    /// <summary>Whether it was taken out again.</summary>
    public bool WasRemoved => (_packed & RemovedMark) != 0;

    /// <summary>Whether the stretch of the coil is known.</summary>
    public bool HasPosition => (_packed & PositionMark) != 0;

    internal LineageLink Closed() => new(_packed | RemovedMark, Added);

    /// <summary>The same edge seen from its other end.</summary>
    internal LineageLink Seen(int node) => new((_packed & ~(uint)(MaxNodes - 1)) | (uint)node, Added);
}
