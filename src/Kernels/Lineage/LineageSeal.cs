using System.Runtime.InteropServices;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// The first bytes of a base in a file: format, sizes, what it was built of, and checksums over all that follows. Numbers are
/// written as the machine has them; one of the other order of bytes does not know the first word.
/// </summary>
public static unsafe class LineageSeal
{
    /// <summary>Length of <see cref="LineageMark.Root"/>.</summary>
    public const int RootBytes = 32;

    private const ulong Magic = 0x31474E4C544C4F56; // "VOLTLNG1" on a machine that writes the low byte first
    private const int Format = 1;

    /// <summary>Seals a base that lies in the memory of a file.</summary>
    public static void Write(LineageBase rows, LineageMark mark)
    {
        var start = (byte*)rows.Memory.Address;
        var shape = rows.Shape;
        var head = new Head
        {
            Magic = Magic,
            Format = Format,
            Nodes = shape.Nodes,
            Edges = shape.Edges,
            Closings = shape.Closings,
            Positions = shape.Positions,
            NameSlots = shape.NameSlots,
            NameBytes = shape.NameBytes,
            Bytes = shape.Bytes,
            Event = mark.Event,
            Entries = mark.Entries,
            Content = LineageChecksum.Of(start + sizeof(Head), shape.Bytes - sizeof(Head)),
        };
        mark.Root.CopyTo(new Span<byte>(head.Root, RootBytes));
        head.Own = Own(head);
        *(Head*)start = head;
        GC.KeepAlive(rows);
    }

    /// <summary>Opens a base that was sealed; <c>null</c> when the memory holds none, an older one or a damaged one.</summary>
    /// <param name="memory">Memory of the file.</param>
    /// <param name="mark">What it was built of.</param>
    /// <param name="fault">Why it cannot be used.</param>
    public static LineageBase? Open(LineageMemory memory, out LineageMark mark, out string fault)
    {
        (mark, fault) = (new LineageMark(0, 0, []), "it is too short");
        if (memory.Bytes < LineageShape.HeadBytes) return null;
        var start = (byte*)memory.Address;
        var head = *(Head*)start;
        fault = FaultOf(head, memory.Bytes) ?? (LineageChecksum.Of(start + sizeof(Head), head.Bytes - sizeof(Head)) == head.Content ? "" : "its content is damaged");
        if (fault.Length > 0) return null;
        mark = new LineageMark(head.Event, head.Entries, new ReadOnlySpan<byte>(head.Root, RootBytes).ToArray());
        return new LineageBase(memory, ShapeOf(head));
    }

    private static string? FaultOf(Head head, long bytes) =>
        head.Magic != Magic ? "it is no lineage index of such a machine"
        : head.Format != Format ? $"it has format {head.Format} instead of {Format}"
        : head.Own != Own(head) ? "its head is damaged"
        : head.Bytes != bytes || ShapeOf(head).Bytes != bytes ? "it has another length"
        : null;

    private static LineageShape ShapeOf(Head head) => new(head.Nodes, head.Edges)
    {
        Closings = head.Closings,
        Positions = head.Positions,
        NameSlots = head.NameSlots,
        NameBytes = head.NameBytes,
    };

    private static ulong Own(Head head)
    {
        head.Own = 0;
        return LineageChecksum.Of(MemoryMarshal.AsBytes(new ReadOnlySpan<Head>(in head)));
    }

    [StructLayout(LayoutKind.Sequential)]
    private struct Head
    {
        public ulong Magic;
        public int Format;
        public int Nodes;
        public int Edges;
        public int Closings;
        public int Positions;
        public int NameSlots;
        public long NameBytes;
        public long Bytes;
        public long Event;
        public long Entries;
        public ulong Content;
        public ulong Own;
        public fixed byte Root[RootBytes];
    }
}
