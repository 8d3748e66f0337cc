using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;

namespace Voltloop.Health.ReadParquet;

/// <summary>Reads the pages of one column of one row group into a column of the file.</summary>
internal sealed class ParquetChunk(ReadOnlyMemory<byte> file, IReadOnlyDictionary<int, object> metadata, bool isOptional)
{
    private readonly ParquetType _type = (ParquetType)(long)metadata[1];
    private double[] _numbers = [];
    private string[] _texts = [];

    /// <summary>Fills rows from <paramref name="row"/> on.</summary>
    /// <exception cref="InvalidDataException">The file is damaged, or uses what is not read.</exception>
    public void Read(ParquetColumn column, int row)
    {
        var start = metadata.TryGetValue(11, out var dictionary) ? Math.Min((long)dictionary, (long)metadata[9]) : (long)metadata[9];
        var at = start >= 4 && start < file.Length ? (int)start : throw new InvalidDataException("A Parquet column begins outside the file.");
        var end = row + (long)metadata[5];
        while (row < end)
        {
            var page = ParquetPage.Read(file, ref at, (long)metadata[4]);
            if (page.Kind == 2)
            {
                ReadDictionary(page);
            }
            else if (page.Kind is 0 or 3)
            {
                ReadValues(isOptional ? page.WithLevels() : page, column, row);
                row += page.Count;
            }
        }
    }

    private void ReadDictionary(ParquetPage page)
    {
        if (_type == ParquetType.Bytes)
        {
            _texts = new string[page.Count];
            ReadTexts(page.Body.Span, _texts);
            return;
        }

        _numbers = new double[page.Count];
        ReadNumbers(page.Body.Span, _numbers);
    }

    private void ReadValues(ParquetPage page, ParquetColumn column, int row)
    {
        var places = Present(page);
        if (page.Encoding is 2 or 8)
        {
            ReadPlaces(page, column, (row, places));
            return;
        }

        if (page.Encoding != 0)
        {
            throw new InvalidDataException($"\"{column.Name}\" is written with Parquet encoding {page.Encoding}, which is not read (plain and dictionary are).");
        }

        if (column.Texts is { } texts)
        {
            var read = new string[places.Length];
            ReadTexts(page.Body.Span, read);
            Spread(read, texts.AsSpan(row), places);
            return;
        }

        var numbers = new double[places.Length];
        ReadNumbers(page.Body.Span, numbers);
        Spread(numbers, column.Numbers.AsSpan(row), places);
    }

    private void ReadPlaces(ParquetPage page, ParquetColumn column, (int Row, int[] Places) at)
    {
        var entries = new int[at.Places.Length];
        if (entries.Length > 0)
        {
            HybridRuns.Read(page.Body.Span[1..], page.Body.Span[0], entries);
        }

        if (column.Texts is { } texts)
        {
            Spread(Array.ConvertAll(entries, entry => _texts[Within(entry, _texts.Length)]), texts.AsSpan(at.Row), at.Places);
            return;
        }

        Spread(Array.ConvertAll(entries, entry => _numbers[Within(entry, _numbers.Length)]), column.Numbers.AsSpan(at.Row), at.Places);
    }

    private static int Within(int entry, int length) => entry < length ? entry : throw new InvalidDataException("A Parquet page points outside its dictionary.");

    // Rows of the page that have a value, from its definition levels: one bit wide, since nothing is nested.
    private int[] Present(ParquetPage page)
    {
        if (!isOptional)
        {
            return [.. Enumerable.Range(0, page.Count)];
        }

        var levels = new int[page.Count];
        HybridRuns.Read(page.Levels.Span, 1, levels);
        var present = new List<int>(levels.Length);
        for (var i = 0; i < levels.Length; i++)
        {
            if (levels[i] == 1)
            {
                present.Add(i);
            }
        }

        return [.. present];
    }

    private static void Spread<T>(T[] values, Span<T?> rows, int[] places)
    {
        for (var i = 0; i < places.Length; i++)
        {
            rows[places[i]] = values[i];
        }
    }

    private void ReadNumbers(ReadOnlySpan<byte> bytes, double[] numbers)
    {
        var size = _type switch { ParquetType.Int32 or ParquetType.Single => 4, ParquetType.Boolean => 0, ParquetType.Int64 or ParquetType.Double => 8, _ => throw Unread() };
        if (bytes.Length < (long)numbers.Length * size)
        {
            throw new InvalidDataException("A Parquet page ends too early: the file is truncated.");
        }

        for (var i = 0; i < numbers.Length; i++)
        {
            numbers[i] = _type switch
            {
                ParquetType.Int32 => BinaryPrimitives.ReadInt32LittleEndian(bytes[(4 * i)..]),
                ParquetType.Int64 => BinaryPrimitives.ReadInt64LittleEndian(bytes[(8 * i)..]),
                ParquetType.Single => BinaryPrimitives.ReadSingleLittleEndian(bytes[(4 * i)..]),
                ParquetType.Double => BinaryPrimitives.ReadDoubleLittleEndian(bytes[(8 * i)..]),
                _ => (bytes[i / 8] >> (i % 8)) & 1,
            };
        }
    }

    private InvalidDataException Unread() => new($"A Parquet column of the type {_type} is not read.");

    private static void ReadTexts(ReadOnlySpan<byte> bytes, string[] texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            var length = bytes.Length < 4 ? -1 : MemoryMarshal.Read<int>(bytes);
            if (length < 0 || length > bytes.Length - 4)
            {
                throw new InvalidDataException("A Parquet page ends too early: the file is truncated.");
            }

            texts[i] = Encoding.UTF8.GetString(bytes.Slice(4, length));
            bytes = bytes[(4 + length)..];
        }
    }
}
