namespace Voltloop.Health.ReadParquet;

/// <summary>Reads the mixture of runs and bit-packed groups that Parquet uses for levels and places in a dictionary.</summary>
internal static class HybridRuns
{
    /// <summary>Reads <paramref name="values"/> from <paramref name="bytes"/>, each <paramref name="width"/> bits wide.</summary>
    /// <exception cref="InvalidDataException">The bytes end too early.</exception>
    public static void Read(ReadOnlySpan<byte> bytes, int width, Span<int> values)
    {
        if (width is < 0 or > 31)
        {
            throw new InvalidDataException($"A Parquet page has values of {width} bits.");
        }

        var (at, filled) = (0, 0);
        while (filled < values.Length)
        {
            var head = ReadHead(bytes, ref at);
            filled += (head & 1) == 0
                ? Run(bytes, ref at, width, Part(values, filled, head >> 1))
                : Packed(bytes, ref at, width, Part(values, filled, (head >> 1) * 8));
        }
    }

    private static Span<int> Part(Span<int> values, int filled, long count) =>
        count > 0 ? values.Slice(filled, (int)Math.Min(count, values.Length - filled)) : throw Short();

    private static long ReadHead(ReadOnlySpan<byte> bytes, ref int at)
    {
        var (head, shift) = (0L, 0);
        while (at < bytes.Length && shift < 35)
        {
            var part = bytes[at++];
            head |= (long)(part & 127) << shift;
            shift += 7;
            if (part < 128)
            {
                return head;
            }
        }

        throw Short();
    }

    private static int Run(ReadOnlySpan<byte> bytes, ref int at, int width, Span<int> values)
    {
        var size = (width + 7) / 8;
        if (size > bytes.Length - at)
        {
            throw Short();
        }

        var value = 0;
        for (var i = 0; i < size; i++)
        {
            value |= bytes[at++] << (8 * i);
        }

        values.Fill(value);
        return values.Length;
    }

    private static int Packed(ReadOnlySpan<byte> bytes, ref int at, int width, Span<int> values)
    {
        var mask = (1L << width) - 1;
        var (bits, held) = (0L, 0);
        for (var i = 0; i < values.Length; i++)
        {
            for (; held < width; held += 8)
            {
                bits |= (long)(at < bytes.Length ? bytes[at++] : throw Short()) << held;
            }

            values[i] = (int)(bits & mask);
            bits >>= width;
            held -= width;
        }

        // A group is eight values wide, also where the page needs fewer.
        at += ((values.Length + 7) / 8 * 8 * width + 7) / 8 - (values.Length * width + 7) / 8;
        return values.Length;
    }

    private static InvalidDataException Short() => new("A Parquet page ends too early: the file is truncated.");
}
