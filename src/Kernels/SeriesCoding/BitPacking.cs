using System.Buffers.Binary;
using System.Numerics;

namespace Voltloop.Kernels.SeriesCoding;

/// <summary>
/// Packs unsigned integers in blocks of 64. A block is one width byte and that many 8-byte words; a run of all-zero
/// blocks is a zero byte and the length of the run, so that constant data takes a few bytes.
/// </summary>
internal static class BitPacking
{
    public const int Block = 64;

    /// <summary>Most bytes that values take: nine bytes each, rounded up to whole blocks.</summary>
    public static int MaxBytes(int count) => (((count + Block - 1) / Block) * ((Block * sizeof(ulong)) + 2)) + 8;

    /// <summary>Bytes that the values would take.</summary>
    public static long Measure(ReadOnlySpan<ulong> values)
    {
        var bytes = 0L;
        for (; !values.IsEmpty; values = values[Math.Min(Block, values.Length)..])
        {
            bytes += 1 + (sizeof(ulong) * Width(values[..Math.Min(Block, values.Length)]));
        }

        return bytes;
    }

    public static int Pack(ReadOnlySpan<ulong> values, Span<byte> destination)
    {
        var position = 0;
        var zeroBlocks = 0;
        for (; !values.IsEmpty; values = values[Math.Min(Block, values.Length)..])
        {
            var block = values[..Math.Min(Block, values.Length)];
            var width = Width(block);
            if (width == 0)
            {
                zeroBlocks++;
                continue;
            }

            position += PutZeros(ref zeroBlocks, destination[position..]);
            destination[position++] = (byte)width;
            position += PackBlock(block, width, destination[position..]);
        }

        return position + PutZeros(ref zeroBlocks, destination[position..]);
    }

    /// <summary>Fills <paramref name="values"/> and returns the bytes read.</summary>
    public static int Unpack(ReadOnlySpan<byte> source, Span<ulong> values)
    {
        var position = 0;
        while (!values.IsEmpty)
        {
            var width = position < source.Length ? source[position++] : throw SeriesCodingProblems.Corrupt("The chunk ends early.");
            if (width == 0)
            {
                var blocks = VarInt.Read(source, ref position);
                var length = (int)Math.Min((ulong)values.Length, blocks > int.MaxValue / Block ? int.MaxValue : blocks * Block);
                values[..length].Clear();
                values = blocks == 0 ? throw SeriesCodingProblems.Corrupt("An empty run.") : values[length..];
                continue;
            }

            if (width > 64 || source.Length - position < width * sizeof(ulong))
            {
                throw SeriesCodingProblems.Corrupt($"A block of width {width} does not fit the chunk.");
            }

            var block = values[..Math.Min(Block, values.Length)];
            UnpackBlock(source.Slice(position, width * sizeof(ulong)), width, block);
            position += width * sizeof(ulong);
            values = values[block.Length..];
        }

        return position;
    }

    private static int Width(ReadOnlySpan<ulong> block)
    {
        var all = 0UL;
        foreach (var value in block)
        {
            all |= value;
        }

        return 64 - BitOperations.LeadingZeroCount(all);
    }

    private static int PutZeros(ref int blocks, Span<byte> destination)
    {
        if (blocks == 0)
        {
            return 0;
        }

        destination[0] = 0;
        var position = 1;
        VarInt.Write((ulong)blocks, destination, ref position);
        blocks = 0;
        return position;
    }

    private static int PackBlock(ReadOnlySpan<ulong> block, int width, Span<byte> destination)
    {
        var word = 0UL;
        var filled = 0;
        var position = 0;
        for (var i = 0; i < Block; i++)
        {
            var value = i < block.Length ? block[i] : 0;
            word |= value << filled;
            filled += width;
            if (filled < 64)
            {
                continue;
            }

            BinaryPrimitives.WriteUInt64LittleEndian(destination[position..], word);
            position += sizeof(ulong);
            filled -= 64;
            word = filled == 0 ? 0 : value >> (width - filled);
        }

        return position;
    }

    private static void UnpackBlock(ReadOnlySpan<byte> source, int width, Span<ulong> block)
    {
        var mask = width == 64 ? ulong.MaxValue : (1UL << width) - 1;
        var bit = 0;
        for (var i = 0; i < block.Length; i++, bit += width)
        {
            var at = (bit >> 6) * sizeof(ulong);
            var shift = bit & 63;
            var value = BinaryPrimitives.ReadUInt64LittleEndian(source[at..]) >> shift;
            if (shift + width > 64)
            {
                value |= BinaryPrimitives.ReadUInt64LittleEndian(source[(at + sizeof(ulong))..]) << (64 - shift);
            }

            block[i] = value & mask;
        }
    }
}
