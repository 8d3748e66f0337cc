using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Voltloop.Kernels.Lineage;

/// <summary>
/// Places of the nodes that a walk reached. A small walk keeps them in a table that stays in the nearest cache and costs nothing
/// for a graph of millions of nodes; a large one in an array over all nodes, one look each, which is never cleared: what an
/// earlier walk wrote lies below the floor of the next one.
/// </summary>
internal sealed unsafe class VisitTable
{
    private const int SmallBits = 11;
    private const int LargeBits = 15;
    private const int WordBits = 64;
    private const int SlotShift = 32;
    private const ulong Golden = 0x9E3779B97F4A7C15;

    private ulong[] _kept = GC.AllocateArray<ulong>(1 << SmallBits, pinned: true);
    private int[] _all = [];
    private ulong* _table;
    private int* _array;
    private int _bits;
    private int _most;
    private int _floor = 1;
    private int _nodes;

    /// <summary>Whether the walk has become a large one.</summary>
    public bool IsLarge { get; private set; }

    /// <summary>Forgets everything.</summary>
    /// <param name="nodes">Nodes of the graph.</param>
    /// <param name="count">Nodes that the walk before reached.</param>
    public void Begin(int nodes, int count)
    {
        _floor = IsLarge ? checked(_floor + count) : _floor;
        (IsLarge, _nodes) = (false, nodes);
        Take(SmallBits);
    }

    /// <summary>Place of a node; -1 when it was not reached.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Find(int node)
    {
        if (IsLarge) return Math.Max(-1, _array[node] - _floor);
        var mask = (1 << _bits) - 1;
        for (var at = Slot(node); ; at = (at + 1) & mask)
        {
            var entry = _table[at];
            if (entry == 0) return -1;
            if ((int)entry == node) return (int)(entry >> SlotShift) - 1;
        }
    }

    /// <summary>Keeps the place of a node that was not reached before.</summary>
    /// <returns>False when the table is full: <see cref="Grow"/> is next.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(int node, int place)
    {
        if (IsLarge) _array[node] = _floor + place;
        else Put(node, place);
        return IsLarge || place < _most;
    }

    /// <summary>Makes room for more than what was reached until now.</summary>
    public void Grow(ReadOnlySpan<LineageVisit> visits)
    {
        if (_bits < LargeBits) Take(_bits + 2);
        else BecomeLarge();
        for (var place = 0; place < visits.Length; place++) Add(visits[place].Node, place);
    }

    /// <summary>Asks for the memory behind a node before it is needed.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Prefetch(int node)
    {
        if (Sse.IsSupported) Sse.Prefetch0(_array + node);
    }

    private int Slot(int node) => (int)(((ulong)(uint)node * Golden) >> (WordBits - _bits));

    private void Put(int node, int place)
    {
        var mask = (1 << _bits) - 1;
        var at = Slot(node);
        while (_table[at] != 0) at = (at + 1) & mask;
        _table[at] = ((ulong)(uint)(place + 1) << SlotShift) | (uint)node;
    }

    private void Take(int bits)
    {
        if (_kept.Length < 1 << bits) _kept = GC.AllocateUninitializedArray<ulong>(1 << bits, pinned: true);
        (_bits, _most) = (bits, (1 << (bits - 1)) - 1);
        _table = (ulong*)Unsafe.AsPointer(ref _kept[0]);
        new Span<ulong>(_table, 1 << bits).Clear();
    }

    private void BecomeLarge()
    {
        if (_all.Length < _nodes)
        {
            (_all, _floor) = (GC.AllocateArray<int>((int)BitOperations.RoundUpToPowerOf2((uint)_nodes), pinned: true), 1);
            _array = (int*)Unsafe.AsPointer(ref _all[0]);
        }

        if (_floor > int.MaxValue - _nodes)
        {
            Array.Clear(_all);
            _floor = 1;
        }

        IsLarge = true;
    }
}
