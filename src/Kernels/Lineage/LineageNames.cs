using System.Numerics;
using System.Text;

namespace Voltloop.Kernels.Lineage;

/// <summary>Names of the nodes of a base: UTF-8 one after the other, and an open table of node numbers that finds them.</summary>
public sealed unsafe class LineageNames
{
    private const int MostOnStack = 512;
    private readonly LineageMemory _memory;
    private readonly long* _start;
    private readonly int* _table;
    private readonly byte* _text;
    private readonly int _slots;

    internal LineageNames(LineageMemory memory, LineageShape shape)
    {
        (_memory, _slots, Count) = (memory, shape.NameSlots, shape.NameSlots == 0 ? 0 : shape.Nodes);
        var start = (byte*)memory.Address;
        _start = (long*)(start + shape.NameStart);
        _table = (int*)(start + shape.NameTable);
        _text = start + shape.NameText;
    }

    /// <summary>Names, those of nodes 0 and following.</summary>
    public int Count { get; }

    /// <summary>Name of a node.</summary>
    public string this[int node]
    {
        get
        {
            var name = Encoding.UTF8.GetString(Bytes(node));
            GC.KeepAlive(_memory);
            return name;
        }
    }

    /// <summary>Node of a name; -1 when there is none.</summary>
    public int Find(string name)
    {
        var most = Encoding.UTF8.GetMaxByteCount(name.Length);
        var bytes = most <= MostOnStack ? stackalloc byte[MostOnStack] : new byte[most];
        var found = Find(bytes[..Encoding.UTF8.GetBytes(name, bytes)]);
        GC.KeepAlive(_memory);
        return found;
    }

    /// <summary>UTF-8 of a name. Good as long as the base is alive.</summary>
    internal ReadOnlySpan<byte> Bytes(int node) => new(_text + _start[node], checked((int)(_start[node + 1] - _start[node])));

    /// <summary>Places of a table for so many names: at most two thirds of them are taken.</summary>
    internal static int SlotsFor(int names) => names == 0 ? 0 : (int)BitOperations.RoundUpToPowerOf2((uint)(names + (names >> 1) + 1));

    /// <summary>Writes a name behind those before it, and into the table.</summary>
    internal void Write(int node, ReadOnlySpan<byte> name)
    {
        name.CopyTo(new Span<byte>(_text + _start[node], name.Length));
        _start[node + 1] = _start[node] + name.Length;
        var slot = Slot(name);
        while (_table[slot] != 0) slot = (slot + 1) & (_slots - 1);
        _table[slot] = node + 1;
    }

    private int Find(ReadOnlySpan<byte> name)
    {
        if (_slots == 0) return -1;
        for (var slot = Slot(name); _table[slot] != 0; slot = (slot + 1) & (_slots - 1))
        {
            if (Bytes(_table[slot] - 1).SequenceEqual(name)) return _table[slot] - 1;
        }

        return -1;
    }

    private int Slot(ReadOnlySpan<byte> name) => (int)(LineageChecksum.Of(name) >> 20) & (_slots - 1);
}
