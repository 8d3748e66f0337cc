using System.Runtime.InteropServices;

namespace Voltloop.Kernels.SeriesCoding;

/// <summary>
/// Integers as the integers themselves (order 0), differences (1) or differences of differences (2), whichever packs
/// smallest; signs folded into the lowest bit. Overflow wraps around both ways, so any integers survive.
/// </summary>
internal static class Differences
{
    private const int MaxOrder = 2;

    public static int Write(ReadOnlySpan<long> integers, Span<long> scratch, Span<byte> destination)
    {
        var folded = MemoryMarshal.Cast<long, ulong>(scratch);
        var best = 0;
        var least = long.MaxValue;
        for (var order = 0; order <= MaxOrder; order++)
        {
            Fold(integers, order, folded);
            var bytes = BitPacking.Measure(folded);
            (best, least) = bytes < least ? (order, bytes) : (best, least);
        }

        if (best != MaxOrder)
        {
            Fold(integers, best, folded);
        }

        destination[0] = (byte)best;
        var position = 1;
        var (start, step) = Start(integers, best);
        VarInt.Write(Fold(start), destination, ref position);
        VarInt.Write(Fold(step), destination, ref position);
        return position + BitPacking.Pack(folded, destination[position..]);
    }

    public static void Read(ReadOnlySpan<byte> source, Span<long> integers)
    {
        if (source.IsEmpty || source[0] > MaxOrder)
        {
            throw SeriesCodingProblems.Corrupt("The order of the differences is not known.");
        }

        var position = 1;
        var start = Unfold(VarInt.Read(source, ref position));
        var step = Unfold(VarInt.Read(source, ref position));
        position += BitPacking.Unpack(source[position..], MemoryMarshal.Cast<long, ulong>(integers));
        if (position != source.Length)
        {
            throw SeriesCodingProblems.Corrupt($"{source.Length - position} bytes are left over.");
        }

        Unfold(integers, source[0], (start, step));
    }

    // Where to start so that the first differences are zero: one large value would widen a whole block.
    private static (long Start, long Step) Start(ReadOnlySpan<long> integers, int order) => order switch
    {
        0 => (0, 0),
        1 => (integers[0], 0),
        _ when integers.Length == 1 => (integers[0], 0),
        _ => (integers[0] - (integers[1] - integers[0]), integers[1] - integers[0]),
    };

    private static ulong Fold(long value) => (ulong)((value << 1) ^ (value >> 63));

    private static long Unfold(ulong folded) => (long)(folded >> 1) ^ -(long)(folded & 1);

    private static void Fold(ReadOnlySpan<long> integers, int order, Span<ulong> folded)
    {
        var (last, step) = Start(integers, order);
        for (var i = 0; i < folded.Length; i++)
        {
            var difference = order == 0 ? integers[i] : integers[i] - last;
            folded[i] = Fold(order == 2 ? difference - step : difference);
            last = integers[i];
            step = difference;
        }
    }

    private static void Unfold(Span<long> integers, int order, (long Start, long Step) from)
    {
        var (last, step) = from;
        for (var i = 0; i < integers.Length; i++)
        {
            var value = Unfold((ulong)integers[i]);
            step = order == 2 ? step + value : value;
            last = order == 0 ? value : last + step;
            integers[i] = last;
        }
    }
}
