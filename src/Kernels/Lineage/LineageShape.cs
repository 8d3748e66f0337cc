namespace Voltloop.Kernels.Lineage;

/// <summary>How much there is of everything in a base, and where each section of it begins.</summary>
/// <param name="Nodes">Nodes.</param>
/// <param name="Edges">Edges.</param>
internal readonly record struct LineageShape(int Nodes, int Edges)
{
    public const int HeadBytes = 256;

    private const int Line = 64;

    /// <summary>Edges that were closed.</summary>
    public int Closings { get; init; }

    /// <summary>Edges with a stretch of a coil.</summary>
    public int Positions { get; init; }

    /// <summary>Bytes of all names.</summary>
    public long NameBytes { get; init; }

    /// <summary>Places of the table that finds names: a power of two, 0 without names.</summary>
    public int NameSlots { get; init; }

    public long DownStart => HeadBytes;

    public long UpStart => After(DownStart, Nodes + 1L, sizeof(int));

    public long Down => After(UpStart, Nodes + 1L, sizeof(int));

    public long Up => After(Down, Edges, sizeof(long));

    public long UpEdge => After(Up, Edges, sizeof(long));

    public long Masses => After(UpEdge, Edges, sizeof(int));

    public long Tags => After(Masses, Edges, sizeof(float));

    public long Closed => After(Tags, Edges, sizeof(int));

    public long Placed => After(Closed, Closings, sizeof(long));

    public unsafe long NameStart => After(Placed, Positions, sizeof(PlacedStretch));

    public long NameTable => After(NameStart, NameSlots == 0 ? 0 : Nodes + 1L, sizeof(long));

    public long NameText => After(NameTable, NameSlots, sizeof(int));

    public long Bytes => After(NameText, NameBytes, 1);

    // Sections begin on a line of memory, with room for a read that looks a little ahead.
    private static long After(long start, long count, int size) => (start + (count * size) + Line + Line - 1) / Line * Line;
}
