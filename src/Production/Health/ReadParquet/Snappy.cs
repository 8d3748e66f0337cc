namespace Voltloop.Health.ReadParquet;

/// <summary>Unpacks one block of Snappy (format description of the Snappy project, raw format).</summary>
internal static class Snappy
{
    /// <summary>The bytes of a packed block.</summary>
    /// <exception cref="InvalidDataException">The block is damaged.</exception>
    public static byte[] Unpack(ReadOnlySpan<byte> packed, int expected)
    {
        var at = 0;
        var length = ReadLength(packed, ref at);
        if (length != expected)
        {
            throw Damaged();
        }

        var target = new byte[length];
        var written = 0;
        while (at < packed.Length)
        {
            var tag = packed[at++];
            var (count, offset) = (tag & 3) == 0 ? (Literal(packed, tag, ref at), 0) : Copy(packed, tag, ref at);
            written += offset == 0 ? Put(packed, target.AsSpan(written), ref at, count) : Repeat(target, written, offset, count);
        }

        return written == length ? target : throw Damaged();
    }

    private static int ReadLength(ReadOnlySpan<byte> packed, ref int at)
    {
        var (length, shift) = (0, 0);
        while (at < packed.Length && shift < 35)
        {
            var part = packed[at++];
            length |= (part & 127) << shift;
            shift += 7;
            if (part < 128)
            {
                return length;
            }
        }

        throw Damaged();
    }

    private static int Literal(ReadOnlySpan<byte> packed, int tag, ref int at)
    {
        var count = tag >> 2;
        if (count < 60)
        {
            return count + 1;
        }

        return Bytes(packed, ref at, count - 59) + 1;
    }

    private static (int Count, int Offset) Copy(ReadOnlySpan<byte> packed, int tag, ref int at) => (tag & 3) switch
    {
        1 => (((tag >> 2) & 7) + 4, ((tag >> 5) << 8) | Bytes(packed, ref at, 1)),
        2 => ((tag >> 2) + 1, Bytes(packed, ref at, 2)),
        _ => ((tag >> 2) + 1, Bytes(packed, ref at, 4)),
    };

    private static int Bytes(ReadOnlySpan<byte> packed, ref int at, int count)
    {
        if (count > packed.Length - at)
        {
            throw Damaged();
        }

        var value = 0;
        for (var i = 0; i < count; i++)
        {
            value |= packed[at++] << (8 * i);
        }

        return value;
    }

    private static int Put(ReadOnlySpan<byte> packed, Span<byte> target, ref int at, int count)
    {
        if (count <= 0 || count > packed.Length - at || count > target.Length)
        {
            throw Damaged();
        }

        packed.Slice(at, count).CopyTo(target);
        at += count;
        return count;
    }

    // Source and target may overlap: a run repeats what it has just written.
    private static int Repeat(byte[] target, int written, int offset, int count)
    {
        if (offset <= 0 || offset > written || count > target.Length - written)
        {
            throw Damaged();
        }

        for (var i = written; i < written + count; i++)
        {
            target[i] = target[i - offset];
        }

        return count;
    }

    private static InvalidDataException Damaged() => new("A Snappy block is damaged.");
}
