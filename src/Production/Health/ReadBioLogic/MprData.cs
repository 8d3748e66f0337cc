using System.Buffers.Binary;

namespace Voltloop.Health.ReadBioLogic;

/// <summary>The records of the data module of a binary BioLogic file, column by column.</summary>
internal sealed class MprData
{
    private readonly ReadOnlyMemory<byte> _records;
    private readonly int _size;
    private readonly Dictionary<string, (int Offset, MprKind Kind)> _columns = new(StringComparer.Ordinal);

    private MprData(ReadOnlyMemory<byte> records, int rows, IReadOnlyList<int> numbers)
    {
        (_records, Rows) = (records, rows);
        var hasFlags = false;
        foreach (var number in numbers)
        {
            var column = MprColumns.Find(number) ?? throw new InvalidDataException(
                $"Column number {number} is not known, so the width of a record is not either. Known numbers are in MprColumns; export the file as text instead.");
            var isFlag = column.Kind == MprKind.Flag;
            _columns.TryAdd(column.Name, (isFlag ? 0 : _size, column.Kind));
            _size += isFlag ? (hasFlags ? 0 : 1) : Width(column.Kind);
            hasFlags |= isFlag;
        }
    }

    /// <summary>Records.</summary>
    public int Rows { get; }

    /// <summary>Names of the columns.</summary>
    public IEnumerable<string> Names => _columns.Keys;

    /// <summary>Reads the head of the data module and checks that its size fits.</summary>
    /// <exception cref="InvalidDataException">A column or the version is unknown, or the size does not fit.</exception>
    public static MprData Read(MprModule module)
    {
        var body = module.Body.Span;
        var (isWide, begin) = module.Version switch
        {
            2 => (false, 405),
            3 => (false, 406),
            10 or 11 => (true, 1007),
            _ => throw new InvalidDataException($"Version {module.Version} of the data module is not known (2, 3, 10 and 11 are). Export the file as text instead."),
        };
        if (body.Length < begin)
        {
            throw new InvalidDataException("The data module ends in its head: the file is truncated.");
        }

        var rows = BinaryPrimitives.ReadInt32LittleEndian(body);
                var data = new MprData(module.Body[begin..], rows, Numbers(body[(isWide ? 6 : 5)..], isWide ? BinaryPrimitives.ReadUInt16LittleEndian(body[4..]) : body[4]));
        return (long)rows * data._size == data._records.Length ? data
            : throw new InvalidDataException($"{rows} records of {data._size} bytes do not make the {data._records.Length} bytes that are there.");
    }

    /// <summary>Values of a column; <c>null</c> when the file does not have it.</summary>
    public double[]? Find(string name)
    {
        if (!_columns.TryGetValue(name, out var column))
        {
            return null;
        }

        var values = new double[Rows];
        Fill(values, column.Offset, column.Kind);
        return values;
    }

    private static int[] Numbers(ReadOnlySpan<byte> head, int count)
    {
        var numbers = new int[count];
        for (var i = 0; i < count; i++)
        {
            numbers[i] = BinaryPrimitives.ReadUInt16LittleEndian(head[(2 * i)..]);
        }

        return numbers;
    }

    private static int Width(MprKind kind) => kind == MprKind.Whole32 ? 4 : (int)kind;

    // One loop per type, so that nothing is decided per value.
    private void Fill(double[] values, int offset, MprKind kind)
    {
        var bytes = _records.Span;
        switch (kind)
        {
            case MprKind.Double:
                for (int i = 0, at = offset; i < values.Length; i++, at += _size) values[i] = BinaryPrimitives.ReadDoubleLittleEndian(bytes[at..]);
                break;
            case MprKind.Single:
                for (int i = 0, at = offset; i < values.Length; i++, at += _size) values[i] = BinaryPrimitives.ReadSingleLittleEndian(bytes[at..]);
                break;
            case MprKind.Whole32:
                for (int i = 0, at = offset; i < values.Length; i++, at += _size) values[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
                break;
            case MprKind.Whole16:
                for (int i = 0, at = offset; i < values.Length; i++, at += _size) values[i] = BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);
                break;
            default:
                for (int i = 0, at = offset; i < values.Length; i++, at += _size) values[i] = bytes[at];
                break;
        }
    }
}
