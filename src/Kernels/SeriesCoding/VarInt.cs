namespace Voltloop.Kernels.SeriesCoding;

/// <summary>Unsigned integers, seven bits to a byte, least significant first (LEB128).</summary>
internal static class VarInt
{
    public const int MaxBytes = 10;

    public static void Write(ulong value, Span<byte> destination, ref int position)
    {
        for (; value >= 0x80; value >>= 7)
        {
            destination[position++] = (byte)(value | 0x80);
        }

        destination[position++] = (byte)value;
    }

    public static ulong Read(ReadOnlySpan<byte> source, ref int position)
    {
        var value = 0UL;
        for (var shift = 0; shift < 64 && position < source.Length; shift += 7)
        {
            var next = source[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }

        throw SeriesCodingProblems.Corrupt("A length does not end.");
    }
}
