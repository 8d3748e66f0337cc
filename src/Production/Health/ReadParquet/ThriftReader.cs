using System.Buffers.Binary;

namespace Voltloop.Health.ReadParquet;

/// <summary>Reads structures of the Thrift compact protocol, in which Parquet writes its metadata, as fields by number.</summary>
/// <param name="bytes">Bytes to read from; reading past their end throws <see cref="InvalidDataException"/>.</param>
internal ref struct ThriftReader(ReadOnlySpan<byte> bytes)
{
    /// <summary>Deepest nesting of structures.</summary>
    public const int MaxDepth = 32;

    /// <summary>Most entries of one list.</summary>
    public const int MaxEntries = 1_000_000;

    private readonly ReadOnlySpan<byte> _bytes = bytes;

    /// <summary>Bytes read so far.</summary>
    public int Position { get; private set; }

    /// <summary>Reads one structure: numbers as long or double, texts and bytes as byte arrays, lists as arrays of objects.</summary>
    public Dictionary<int, object> ReadStruct(int depth = 0)
    {
        CheckDepth(depth);
        var fields = new Dictionary<int, object>();
        var number = 0;
        for (var head = ReadByte(); head != 0; head = ReadByte())
        {
            number = head >> 4 == 0 ? (int)ReadSigned() : number + (head >> 4);
            fields[number] = ReadValue(head & 15, depth);
        }

        return fields;
    }

    private object ReadValue(int type, int depth) => type switch
    {
        1 => 1L,
        2 => 0L,
        3 => (long)(sbyte)ReadByte(),
        4 or 5 or 6 => ReadSigned(),
        7 => BinaryPrimitives.ReadDoubleLittleEndian(Take(8)),
        8 => Take(checked((int)ReadUnsigned())).ToArray(),
        9 or 10 => ReadList(depth + 1),
        12 => ReadStruct(depth + 1),
        _ => throw new InvalidDataException($"Parquet metadata has a field of the unknown type {type}."),
    };

    private object[] ReadList(int depth)
    {
        CheckDepth(depth);
        var head = ReadByte();
        var count = head >> 4 == 15 ? (long)ReadUnsigned() : head >> 4;
        if (count > MaxEntries || count > _bytes.Length)
        {
            throw new InvalidDataException($"Parquet metadata has a list of {count} entries.");
        }

        var values = new object[count];
        for (var i = 0; i < count; i++)
        {
            values[i] = (head & 15) is 1 or 2 ? (long)(ReadByte() == 1 ? 1 : 0) : ReadValue(head & 15, depth);
        }

        return values;
    }

    // Lists nest as structures do: both are counted, or a few bytes of lists use up the stack.
    private static void CheckDepth(int depth)
    {
        if (depth > MaxDepth)
        {
            throw new InvalidDataException("Parquet metadata is nested too deeply.");
        }
    }

    private long ReadSigned()
    {
        var folded = ReadUnsigned();
        return (long)(folded >> 1) ^ -(long)(folded & 1);
    }

    private ulong ReadUnsigned()
    {
        var (value, shift) = (0UL, 0);
        while (true)
        {
            var part = ReadByte();
            value |= (ulong)(part & 127) << shift;
            shift += 7;
            if (part < 128 || shift > 63)
            {
                return value;
            }
        }
    }

    private byte ReadByte() => Take(1)[0];

    private ReadOnlySpan<byte> Take(int count)
    {
        if (count < 0 || count > _bytes.Length - Position)
        {
            throw new InvalidDataException("Parquet metadata ends too early: the file is truncated.");
        }

        var taken = _bytes.Slice(Position, count);
        Position += count;
        return taken;
    }
}
